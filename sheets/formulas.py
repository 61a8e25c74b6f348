"""Formulas of machine learning: on lines of their own, in text, in tables."""

from sketchsvg import Sheet, maths, section, table, text, title

sheet = Sheet(
    title("머신러닝 수식", subtitle="손으로 쓴 수식: $$ 사이에 LaTeX를 쓴다", icon="sigma").share(12)
    / (
        section("확률", maths(r"\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}", size=1.3), maths(r"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}", size=1.3), maths(r"\mathcal{N}(x) = \frac{1}{\sigma\sqrt{2\pi}}\, e^{-\frac{(x-\mu)^2}{2\sigma^2}}", size=1.3), icon="dices")
        | section("손실", maths(r"\mathcal{L} = -\sum_{t=1}^{T} \log p_\theta(x_t \mid x_{<t})", size=1.3), maths(r"D_{KL}(P \,\|\, Q) = \sum_x P(x) \log\frac{P(x)}{Q(x)}", size=1.3), maths(r"\theta_{t+1} = \theta_t - \eta\, \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}", size=1.3), icon="trending-down")
    ).share(36)
    / (
        section("트랜스포머", maths(r"\mathrm{Attention}(Q,K,V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V", size=1.15), text(r"여기서 $Q \in \mathbb{R}^{n \times d_k}$이고 $\sqrt{d_k}$로 나누어 분산을 1로 맞춘다."), icon="cpu").share(56)
        | section("활성 함수", maths(r"f(x) = \begin{cases} x & x > 0 \\ \alpha(e^x - 1) & x \le 0 \end{cases}", size=1.3), maths(r"\sigma(x) = \frac{1}{1 + e^{-x}}", size=1.3), icon="zap").share(44)
    ).share(24)
    / section("기호", table(("기호", "뜻", "예"), (r"$\nabla_\theta J$", "기울기", r"$\theta \gets \theta - \eta \nabla_\theta J$"), (r"$\mathbb{E}_{x \sim p}[x]$", "기댓값", r"$\sum_i p_i x_i$"), (r"$\hat y$", "예측", r"$\hat y = \sigma(\mathbf{w}^\top \mathbf{x} + b)$"), (r"$\|x\|_2$", "길이", r"$\sqrt{x_1^2 + \cdots + x_n^2}$")), icon="book-open").share(28),
    seed=7,
)
