"""The first page: everything in it, in its place, legible, and the same every time."""

import itertools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sketchsvg import pipeline
from sketchsvg.readers.python import read_python
from tests.blocks.reading import assert_tidy, lines_of, marks_of, texts_of

ROOT = Path(__file__).parents[2]
SHEET = ROOT / "sheets" / "ch23.py"

#: Every cell of the brief's tables, every node of its diagrams, every item of its lists.
CONTENT = """
WHERE TO FIND LLMs|NANO BANANA CHEAT SHEET:|23. LLM을 찾을 수 있는 곳|23 / 24|Andrej Karpathy|
youtube.com/watch?v=7xTGNNLPyMI|
LLM 플랫폼|Proprietary|ChatGPT|OpenAI|가장 대중적|Claude|Anthropic|안전+성능|Gemini|Google|멀티모달|Open Weights|
together.ai|Playground|다양한 모델|hyperbolic|Base Model!|Llama 3.1|Local|LM Studio|Distilled|Quantized|
PROPRIETARY MODELS|OPEN WEIGHTS PROVIDERS|LOCAL EXECUTION (LM STUDIO)|KEY TERMS|QUICK SELECTION GUIDE|
안전+성능 균형|멀티모달 강점|가장 대중적, 플러그인|비용, 프라이버시|안전성, 긴 컨텍스트|비용|멀티모달 통합|
다양한 오픈 모델|Playground, 선택폭|Assistant만 제공|Base 모델 제공|Llama 3.1 Base|로컬 실행|무료, 프라이버시|설정 복잡|
대부분 Assistant만 제공!|API 호출|인터넷 필요|비용 발생 (토큰당)|데이터 전송|대형 모델 사용 가능|프라이버시?|
내 컴퓨터에서 실행|오프라인 가능|무료!|완전한 프라이버시|작은 모델만 (Distilled + Quantized)|
로컬 실행을 위한 트릭:|Original Model|DeepSeek 70B|FP32/BF16|맥북 불가|Distillation|7B 버전으로 축소|Quantization|INT4로 압축|
MacBook에서|실행 가능!|맥북 OK!|Distilled + Lower Precision|FP32|BF16|FP8|INT4|높음|낮음|Precision (정밀도)|
I wish more people hosted base models because they are useful and interesting to work with|
Base 모델의 중요성 강조. 대부분의 서비스가 Assistant/Chat 모델만 제공하는 현실 지적.|
용어|정의|예시|Base Model|SFT/RLHF 없이 사전학습만 완료된 모델|Distilled Model|큰 모델에서 지식 추출한 작은 버전|DeepSeek 7B|
Precision|모델 가중치의 숫자 정밀도|FP32, BF16, FP8, INT4|정밀도를 낮춰 모델 크기 축소|FP32 → INT4|
목적|추천 플랫폼|이유|빠르게 시작하고 싶다|가장 대중적, 쉬운 접근|프라이버시가 중요하다|완전 로컬 실행|Base 모델이 필요하다|
희귀하게 Base 모델 제공|다양한 모델 테스트|Playground에서 비교 가능|안전성+성능 균형|Anthropic의 안전 중심 설계|멀티모달 작업|
Google의 멀티모달 통합|Karpathy's favorite:|LM Studio + hyperbolic
""".replace("\n", "").split("|")


@pytest.fixture(scope="module")
def sheet():
    (sheet,) = read_python(SHEET)
    return sheet


@pytest.fixture(scope="module")
def page(sheet):
    return pipeline.compose(sheet)


def squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("content", CONTENT)
def test_everything_in_the_brief_is_on_the_page(page, content):
    # Lines of one block follow each other, so that what was wrapped is whole again.
    assert squeezed(content) in squeezed("".join(texts_of(page)))


def test_bands_are_shares_of_the_content_height(page):
    bands = list(page.children)
    heights = [frame.rect.height for frame in bands]
    assert heights == pytest.approx([page.rect.height * share / 100 for share in (15, 25, 40, 20)], abs=0.1)
    assert sum(heights) == pytest.approx(page.rect.height)


def test_body_type_is_legible(page):
    assert min(line.style.size for line in lines_of(page)) >= 8.0


def test_nothing_overlaps_or_leaves_its_place(page):
    assert_tidy(page)


def test_local_execution_is_the_most_prominent(page):
    frames = {frame.id: frame for frame in page.walk()}
    local = frames["local"]
    for other in ("proprietary", "open-weights", "terms", "guide"):
        assert local.rect.width > frames[other].rect.width * 1.8
        assert local.setting.size >= frames[other].setting.size


def test_favourites_carry_their_badge_where_they_stand(page):
    keys = {mark.key for mark in marks_of(page)}
    assert "open-weights/hyperbolic/star" in keys or "open-weights/hyperbolic/ribbon" in keys
    assert any(key.startswith("local/") and key.endswith(("/star", "/ribbon")) for key in keys)


def test_every_section_head_has_its_icon(page):
    keys = {mark.key for mark in marks_of(page)}
    sections = [frame.id for frame in page.walk() if frame.block.kind == "section"]
    assert len(sections) == 5
    assert {f"{name}/icon" for name in sections} <= keys


def test_the_first_box_of_the_trick_is_red_and_the_last_green(page):
    steps = [frame for frame in page.walk() if frame.id.startswith("local/trick/")]
    assert (steps[0].block.tone, steps[-1].block.tone) == ("rose", "leaf")


def test_the_page_is_vector_small_and_the_same_in_every_environment(tmp_path):
    outputs = []
    for number, (seed, zone, locale) in enumerate([("0", "UTC", "C"), ("1", "Asia/Seoul", "C.UTF-8"), ("77", "", "POSIX")]):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
        svg, pdf = tmp_path / f"{number}.svg", tmp_path / f"{number}.pdf"
        command = [sys.executable, "-m", "sketchsvg", "render", str(SHEET), "-o", str(svg), "-o", str(pdf)]
        subprocess.run(command, check=True, env=environment, cwd=ROOT)
        outputs.append((svg.read_bytes(), pdf.read_bytes()))
    assert outputs[0] == outputs[1] == outputs[2]
    svg, pdf = outputs[0]
    assert len(svg) <= 600_000 and len(pdf) <= 350_000
    assert b"<image" not in svg and b"<style" not in svg
    # The words stand there to be found, in one group that paints nothing; all that is seen is paths.
    group, _, painted = svg.partition(b'<g fill="none" stroke="none"')[2].partition(b"<g data-label")
    assert b"<text" in group and b"<text" not in painted
    assert not re.search(rb'(fill|stroke)="(?!none)', group)
    assert b"/Subtype /Image" not in pdf and b"/Subtype/Image" not in pdf


def test_the_pdf_reads_back_whole(sheet):
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(pipeline.render(sheet, "pdf"))
    assert len(document) == 1
    read = squeezed(document[0].get_textpage().get_text_bounded())
    missing = [content for content in CONTENT if squeezed(content) not in read]
    assert not missing


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_pdftotext_finds_every_word(sheet, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(pipeline.render(sheet, "pdf"))
    read = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()
    words = {word for content in CONTENT for word in content.split()}
    assert not {word for word in words if squeezed(word) not in squeezed(read)}


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_stranger_reads_the_words(sheet, page, tmp_path):
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True).stdout.decode().split()
    if "kor" not in languages:
        pytest.skip("tesseract's Korean is not installed")
    path = tmp_path / "page.png"
    path.write_bytes(pipeline.render(sheet, "png", ppi=300))
    read = ""
    # Two ways of cutting the page up: a mind map is no column of text.
    for mode in ("11", "3"):
        command = ["tesseract", path, "-", "-l", "kor+eng", "--psm", mode]
        read += subprocess.run(command, check=True, capture_output=True).stdout.decode()
    read = squeezed(read).lower()
    # Runs of one script: OCR takes a particle for a part of the Latin word before it, in print as well.
    words = [word for text in texts_of(page) for word in re.findall(r"[A-Za-z0-9][A-Za-z0-9.]+|[가-힣]{2,}", text)]
    found = [word for word in words if squeezed(word).strip(".").lower() in read]
    assert len(found) / len(words) >= 0.95, sorted(set(words) - set(found))


def test_another_seed_is_the_same_page_in_another_writing(sheet):
    one, other = (pipeline.compose(sheet.changed(seed=seed)) for seed in (1, 2))
    rects = [[frame.rect for frame in page.walk()] for page in (one, other)]
    assert rects[0] == rects[1]
    assert pipeline.render(sheet.changed(seed=1)) != pipeline.render(sheet.changed(seed=2))


@pytest.mark.parametrize("theme", ["nano-banana", "night", "kraft", "blueprint"])
def test_every_theme_takes_the_same_layout(sheet, theme):
    page = pipeline.compose(sheet.changed(theme=theme))
    assert_tidy(page)
    heights = [frame.rect.height for frame in page.children]
    assert heights == pytest.approx([page.rect.height * share / 100 for share in (15, 25, 40, 20)], abs=0.1)


def test_no_two_marks_share_a_key(sheet, page):
    marks = pipeline.trace(sheet, page).marks
    for key, group in itertools.groupby(sorted(mark.key for mark in marks)):
        assert len(list(group)) == 1, key
