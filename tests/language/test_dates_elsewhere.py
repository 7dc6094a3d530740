"""Dates in French, Chinese and other languages."""

from __future__ import annotations

from datetime import date

import pytest

from language.dates.edtf import dates_in

THURSDAY = date(2031, 11, 20)


def found(text: str, language: str) -> dict[str, str]:
    return {day.text: day.value for day in dates_in(text, 0, len(text), THURSDAY, language)}


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("CORVANE, 20 nov. (Agence)", "20 nov.", "2031-11-20"),
        ("Il n’en restera qu’un le 19 décembre.", "le 19 décembre", "2031-12-19"),
        ("La ministre a assuré jeudi que tout irait.", "jeudi", "2031-11-20"),
        ("Il reviendra jeudi prochain.", "jeudi prochain", "2031-11-27"),
        ("Il reviendra la semaine prochaine.", "la semaine prochaine", "2031-11-24/2031-11-30"),
        ("Il reviendra dans deux jours.", "dans deux jours", "2031-11-22"),
        ("Il est parti il y a deux ans.", "il y a deux ans", "2029"),
        ("Il reviendra d’ici la fin du mois.", "la fin du mois", "2031-11"),
        ("Elle est reportée à la mi-janvier.", "la mi-janvier", "2032-01"),
        ("Il commence au premier semestre 2032.", "premier semestre 2032", "2032-40"),
        (
            "Il sera créé au 3e trimestre de l’an prochain.",
            "3e trimestre de l’an prochain",
            "2032-35",
        ),
        ("Il reviendra l’été prochain.", "l’été prochain", "2032-22"),
        ("Il a été élu dans les années 1990.", "les années 1990", "199X"),
        (
            "Elle est ouverte du lundi 24 novembre au vendredi 5 décembre.",
            "lundi 24 novembre au vendredi 5 décembre",
            "2031-11-24/2031-12-05",
        ),
        (
            "Ils se verront les 14 et 15 juin 2032.",
            "les 14 et 15 juin 2032",
            "2032-06-14/2032-06-15",
        ),
        ("Le 03/04/2031", "03/04/2031", "2031-04-03"),
    ],
)
def test_french_dates(text: str, expression: str, value: str) -> None:
    assert found(text, "fr-FR") == {expression: value}


def test_a_french_meeting_that_is_moved_spans_no_time() -> None:
    text = "Il est reporté du 3 janvier au 5 mars."
    assert found(text, "fr") == {"3 janvier": "2032-01-03", "5 mars": "2032-03-05"}


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("会议将于12月14日至15日举行", "12月14日至15日", "2031-12-14/2031-12-15"),
        ("会议将于2032年6月14日举行", "2032年6月14日", "2032-06-14"),
        ("二〇三二年六月十四日", "二〇三二年六月十四日", "2032-06-14"),
        ("热林18日在科尔文举行会谈", "18日", "2031-11-18"),
        ("双方商定于下月重启", "下月", "2031-12"),
        ("萨方将于本月底公布", "本月底", "2031-11"),
        ("萨方将于5月下旬启运", "5月下旬", "2032-05"),
        ("从下周一起在科尔文办公", "下周一", "2031-11-24"),
        ("他上周五抵达", "上周五", "2031-11-14"),
        ("计划于明年秋天访问", "明年秋天", "2032-23"),
        ("去年第一季度中断", "去年第一季度", "2030-33"),
        ("今年下半年恢复", "今年下半年", "2031-41"),
        ("三年前中断", "三年前", "2028"),
        ("20世纪90年代", "20世纪90年代", "199X"),
    ],
)
def test_chinese_dates(text: str, expression: str, value: str) -> None:
    assert found(text, "zh-Hans") == {expression: value}


@pytest.mark.parametrize("text", ["为期三个月", "每周一举行", "50年历史"])
def test_chinese_lengths_of_time_and_repetitions_are_no_dates(text: str) -> None:
    assert found(text, "zh") == {}


def test_another_language_gives_its_dates_in_digits() -> None:
    text = "Am 2031-06-14, 14.06.2031 und 3/4/2031, im June"
    values = {"2031-06-14": "2031-06-14", "14.06.2031": "2031-06-14", "3/4/2031": "2031-04-03"}
    assert found(text, "de") == values
