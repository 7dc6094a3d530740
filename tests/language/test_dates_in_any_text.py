"""What holds for the dates of any text, on any day of writing."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from language.dates.edtf import dates_in
from store.edtf_dates import check_edtf

WORDS = """
    the of in on by from to until between and about - – , . every last next this coming first
    second third fourth 1st 2nd 31st early late mid end week weekend day month months quarter
    half year years decade century ago later earlier following previous Monday Friday May March
    June Feb. February 1 14 29 30 31 0001 1999 2031 9999 1990s ’80s spring winter Christmas today
    tomorrow night two twenty 2031-02-29 2031-06-14 03/04/2031 31.12.9999 Q1 H2 will was
    le la l’ du au à fin début mi prochain dernier juin mars été an semaine semestre dans
    年 月 日 下 上 本 周 周一 底 6月 14日 2031年 至 明年 第一季度 上半年 秋天 三年前 90年代
"""
TEXTS = (
    st.text()
    | st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)
    | st.lists(st.sampled_from(WORDS.split()), max_size=14).map("".join)
)
LANGUAGES = st.sampled_from(["en", "fr", "zh-Hans", "de", ""])


@settings(max_examples=400)
@given(TEXTS, st.none() | st.dates(), LANGUAGES, st.data())
def test_dates_stand_in_order_inside_the_text_asked_for(
    text: str, written: date | None, language: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reached = start
    for day in dates_in(text, start, end, written, language):
        assert day.start is not None
        assert day.end is not None
        assert reached <= day.start < day.end <= end
        assert day.text == text[day.start : day.end]
        reached = day.end
        if day.value:
            check_edtf(day.value)
