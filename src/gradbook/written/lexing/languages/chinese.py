"""Chinese, the everyday words of answers."""

from gradbook.written.lexing.words import table

NUMBERS = "零 一 二 三 四 五 六 七 八 九 十"  # in order, from 0

WORDS = table(
    relation="等于 等於 为 為 是 得到 得 得出 就是 变为 变成 約為 约为 约等于 约是 结果是 結果為 则为 應為 应为",
    times="乘以 乘 乘上",
    plus="加 加上",
    minus="减 減 减去 減去",
    over="除以",
    power="平方",
    denial="不 不是 错 错误 錯 錯誤 不对 不對 没有 不等于 假",
    hedge="或 或者 可能 也许 大概 猜 待验证 待定",
    retraction="更正 抱歉 对不起 等等 但是 但 不过 订正 忘了 收回 划掉",
    condition="如果 假设 假如 若 设若",
    others="例如 比如 例子 同学 朋友 邻居 书上 别的 其他 另一个 去年 他 她 证明 考试",
    against="而不是",
    reason="因为 因為 由于",
    new="新的 新 更新后的 更新后 更新後 更新後的",
    old="旧的 旧 舊的 原来的 原 之前的",
    after="之后 以后 後 后",
    before="之前 以前",
    step="更新 步 迭代 一步",
    slope="导数 偏导数 偏导 梯度 導數 偏導數 斜率",
    slopes="各梯度 梯度如下",
    local="局部",
    values="值如下 前向",
    of="的",
    by="对 對 关于 關於 对于 相对于",
    for_="在",
    article="这 该 此 其",
    link="""
        所以 因此 于是 则 那么 故 和 与 與 且 从而 可得 有 我们 我們 我 然后 最后 同理 代入 计算 計算 值 结果 也 又
        由 可知 知 将 把 并""",
    same="即",
    filler="刚好 正好 大约 約 约 仅 只 恰",
    result="答案 答 最终",
    weight="权重 權重",
    bias="偏置",
    rate="学习率 學習率 步长",
    number=NUMBERS,
    part="一半",
    otherwise="否则",
    plain="""
        前向传播 反向传播 传播 链式法则 链式 法则 求导 求 解 图 计算图 节点 节 层 网络 神经元 激活 激活函数 函数
        损失 损失函数 误差 输入 输出 目标 预测 参数 变量 公式 方程 首先 其次 接着 第 步骤 问题 题 已知 给定 两 条
        路径 相加 相乘 之和 之积 乘积 求和 加法 乘法 减法 除法 使用 用 根据 利用 应用 值为 中 上 下 里 了 时 个 都
        再 到 以 来 做 梯度下降 下降 学习 正 负 号 常数 保留 小数 位 四舍五入 得知 数 方法 过程 如下 见 表 分别 从
        每 其中""",
)
