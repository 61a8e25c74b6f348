"""Chapter 23 of "Deep Dive into LLMs": where to find them, on one page."""

from sketchsvg import (
    Sheet, bullets, card, compare, figure, flow, mindmap, quote, remark, save, scale, section, step, table, text, title,
    warning,
)  # fmt: skip

head = title(
    "WHERE TO FIND LLMs",
    mindmap(
        "LLM 플랫폼",
        {
            "Proprietary": {
                "ChatGPT": ["OpenAI", "가장 대중적"],
                "Claude": ["Anthropic", "안전+성능"],
                "Gemini": ["Google", "멀티모달"],
            },
            "Open Weights": {
                "together.ai": ["Playground", "다양한 모델"],
                "hyperbolic": ["Base Model!", "Llama 3.1"],
            },
            "Local": {"LM Studio": ["Distilled", "Quantized"]},
        },
        name="map",
    ),
    kicker="NANO BANANA CHEAT SHEET:",
    subtitle="23. LLM을 찾을 수 있는 곳",
    notes=(
        "Chapter **23 / 24** · Andrej Karpathy",
        "[youtube.com/watch?v=7xTGNNLPyMI](https://www.youtube.com/watch?v=7xTGNNLPyMI)",
    ),
    icon="🍌",
    end_icon="🍌",
    name="title",
)

proprietary = section(
    "PROPRIETARY MODELS",
    card("ChatGPT", bullets("✓ **가장 대중적**, 플러그인", "✗ 비용, 프라이버시"), what="(OpenAI)", icon="bot"),
    card("Claude", bullets("✓ **안전+성능 균형**: 안전성, 긴 컨텍스트", "✗ 비용"), what="(Anthropic)", icon="shield-check"),
    card("Gemini", bullets("✓ **멀티모달 통합**, 멀티모달 강점", "✗ -"), what="(Google)", icon="sparkles"),
    icon="🏢",
    aside="더 개방적 →",
    accent="cobalt",
    name="proprietary",
)

open_weights = section(
    "OPEN WEIGHTS PROVIDERS",
    card("together.ai", bullets("✓ **Playground**, 선택폭", "✗ Assistant만 제공"), what="다양한 오픈 모델")
    | card("hyperbolic", bullets("✓ **Llama 3.1 Base**", "✗ -"), what="Base 모델 제공!", favourite=True),
    warning("대부분 **Assistant만** 제공!"),
    quote(
        "I wish more people hosted base models because they are useful and interesting to work with",
        by="Andrej Karpathy",
    ),
    remark("==Base 모델==의 중요성 강조. 대부분의 서비스가 Assistant/Chat 모델만 제공하는 현실 지적."),
    icon="🌐",
    accent="leaf",
    name="open-weights",
)

cloud = card(
    "Cloud API",
    bullets(
        "→ 인터넷 필요",
        "→ 비용 발생 (토큰당)",
        "→ 데이터 전송, **프라이버시?**",
        "→ 대형 모델 사용 가능",
    )
    | figure("server", size=15, caption="API 호출").share(25),
    icon="🌐",
    accent="cobalt",
)

local = card(
    "Local (LM Studio)",
    bullets(
        "→ **오프라인** 가능",
        "→ **무료!**",
        "→ ==완전한 프라이버시==",
        "→ 작은 모델만 (Distilled + Quantized)",
    )
    | figure("laptop-heart", size=15, caption="내 컴퓨터에서 실행").share(27),
    icon="💻",
    favourite="favorite ★",
)

execution = section(
    "LOCAL EXECUTION (LM STUDIO)",
    compare(cloud.share(44), local.share(56)),
    text("**로컬 실행을 위한 트릭:** Original Model → ==Distilled + Lower Precision=="),
    flow(
        step("Original Model", "DeepSeek 70B", "FP32/BF16", "❌ 맥북 불가", tone="rose")
        >> step("Distillation", "7B 버전으로 축소", "DeepSeek 7B")
        >> step("Quantization", "INT4로 압축", "FP32 → INT4")
        >> step("MacBook에서", "**실행 가능!**", "✅ 맥북 OK!", tone="leaf"),
        name="trick",
    ),
    scale("FP32", "BF16", "FP8", "INT4", low="높음", high="낮음", title="Precision (정밀도)"),
    icon="💻",
    aside="로컬 실행 · ✓ 무료, 프라이버시 · ✗ 설정 복잡",
    accent="tangerine",
    name="local",
)

terms = section(
    "KEY TERMS",
    table(
        ("용어", "정의", "예시"),
        ("**Base Model**", "SFT/RLHF 없이 사전학습만 완료된 모델", "Llama 3.1 Base"),
        ("**Distilled Model**", "큰 모델에서 지식 추출한 작은 버전", "DeepSeek 7B"),
        ("**Precision**", "모델 가중치의 숫자 정밀도", "FP32, BF16, FP8, INT4"),
        ("**Quantization**", "정밀도를 낮춰 모델 크기 축소", "FP32 → INT4"),
    ),
    icon="📝",
    accent="plum",
    name="terms",
)

guide = section(
    "QUICK SELECTION GUIDE",
    table(
        ("목적", "추천 플랫폼", "이유"),
        ("빠르게 시작하고 싶다", "**ChatGPT**", "가장 대중적, 쉬운 접근"),
        ("프라이버시가 중요하다", "**LM Studio** ★", "완전 로컬 실행"),
        ("Base 모델이 필요하다", "**hyperbolic** ★", "희귀하게 Base 모델 제공"),
        ("다양한 모델 테스트", "**together.ai**", "Playground에서 비교 가능"),
        ("안전성+성능 균형", "**Claude**", "Anthropic의 안전 중심 설계"),
        ("멀티모달 작업", "**Gemini**", "Google의 멀티모달 통합"),
    ),
    text("★ Karpathy's favorite: ==**LM Studio + hyperbolic**=="),
    icon="🎯",
    accent="rose",
    name="guide",
)

sheet = Sheet(
    head.share(15) / (proprietary.share(44) | open_weights.share(56)).share(25) / execution.share(40) / (terms.share(49) | guide.share(51)).share(20),
    theme="nano-banana",
    page="A4",
    seed=23,
    arrows=["proprietary -> open-weights -> local"],
    title="23. Where to Find LLMs",
    author="Andrej Karpathy",
    language="ko",
    description="Cheat sheet: proprietary models, open weights providers and local execution.",
)

if __name__ == "__main__":
    save(sheet, "ch23.pdf")
