"""Korean, the everyday words of answers."""

from gradbook.written.lexing.words import table

NUMBERS = "영 일 이 삼 사 오 육 칠 팔 구 십"  # in order, from 0

WORDS = table(
    relation="는 은 이 가 같다 같습니다 된다 됩니다 되고 나온다",
    times="곱하기",
    plus="더하기",
    minus="빼기",
    over="나누기",
    power="제곱",
    denial="아니다 아닙니다 틀렸다 틀렸습니다 틀린 않다 않습니다 거짓 오답 못",
    hedge="또는 혹은 아마 아마도 추측",
    retraction="정정 죄송 죄송합니다 잠깐 하지만 그러나 수정 취소",
    condition="만약 만일 가정 라면 이면",
    others="예를 예시 예제 친구 이웃 책 다른 작년 그는 그녀 증명 시험",
    reason="때문에 이므로 므로",
    new="새로운 새 갱신된 업데이트된 업데이트한",
    old="이전 기존 예전",
    after="후 이후 뒤",
    before="전",
    step="업데이트 갱신 단계",
    slope="미분 편미분 도함수 기울기 그래디언트 미분값 편미분값",
    local="국소 지역",
    of="의",
    by="에대한 에 대한 대해 에대해",
    for_="에서",
    article="그 이것",
    link="""
        따라서 그러므로 그래서 와 과 그리고 하면 결과 값 값은 우리 대입하면 계산하면 이고 고 로 으로 를 을 도 면
        여기서""",
    same="즉",
    filler="약 정확히 단지",
    result="답 정답 결과는",
    weight="가중치",
    bias="편향",
    rate="학습률",
    number=NUMBERS,
    plain="""
        순전파 역전파 연쇄 법칙 연쇄법칙 노드 그래프 계산 계산그래프 계산한다 층 신경망 뉴런 활성화 함수 손실 오차
        입력 출력 목표 예측 매개변수 변수 식 공식 방정식 먼저 다음 문제 풀이 주어진 경로 합 곱 곱셈 덧셈 사용
        사용하여 적용 적용하면 이다 입니다 다 한다 합니다 구하면 구한다 들 두 각 양수 음수 부호 상수 반올림 소수
        자리 경사하강법 경사 하강법 학습 방법""",
)
