"""Traditional characters, as Taiwan and Hong Kong write them: read as the simplified ones that the dictionary has."""

from gradbook.core.text.patterns import regex

# of the characters in the dictionary, those that differ: the traditional one, then the simplified
_PAIRS = """
萬万 與与 業业 兩两 個个 為为 爲为 舉举 義义 書书 買买 亂乱 於于 虧亏 億亿 僅仅 從从 們们 價价 優优
會会 傳传 偽伪 僞伪 體体 決决 況况 淨净 準准 減减 別别 則则 剛刚 刪删 辦办 動动 務务 區区 單单 釐厘
參参 雙双 發发 變变 疊叠 號号 後后 嗎吗 聽听 響响 喲哟 嘍喽 圖图 圓圆 塊块 處处 復复 複复 頭头 學学
實实 對对 導导 將将 層层 屬属 師师 帶带 應应 廢废 開开 張张 當当 錄录 徑径 懷怀 總总 擇择 據据 損损
換换 數数 斷断 無无 舊旧 時时 顯显 雜杂 權权 極极 構构 標标 樣样 檢检 夢梦 歡欢 畢毕 沒没 測测 漲涨
滿满 點点 獻献 環环 現现 碼码 確确 離离 積积 稱称 窮穷 筆笔 類类 約约 純纯 線线 練练 組组 細细 終终
經经 結结 給给 絡络 絕绝 繼继 續续 維维 綜综 編编 縮缩 網网 習习 獲获 虛虚 見见 規规 覺觉 計计 訂订
訓训 記记 許许 論论 設设 證证 評评 試试 話话 該该 詳详 誤误 說说 説说 課课 調调 謝谢 謬谬 譜谱 負负
貢贡 責责 敗败 購购 費费 賴赖 讚赞 贊赞 轉转 輪轮 載载 較较 輸输 邊边 達达 過过 運运 還还 這这 進进
違违 選选 遞递 採采 釋释 裡里 裏里 錢钱 鏈链 鍊链 連连 鎖锁 銷销 錯错 長长 門门 問问 間间 閾阈 陣阵
階阶 隨随 隱隐 難难 項项 須须 預预 題题 額额 飽饱 驗验 騙骗 驟骤 節节 麼么 條条 來来 並并 簡简 範范
"""
_TABLE = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
_TRADITIONAL = regex(f"[{''.join(map(chr, _TABLE))}]")
_KANA_OR_HANGUL = regex("[\u3040-\u30ff\uac00-\ud7af]")


def simplified(source: str) -> str:
    """Return a Chinese source in simplified characters, as long as it was; one of Japan or Korea as it is."""
    if source.isascii() or not _TRADITIONAL.search(source) or _KANA_OR_HANGUL.search(source):
        return source
    return source.translate(_TABLE)
