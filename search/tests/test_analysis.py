"""What the analysis promises to whoever indexes, searches or highlights, in any language."""

import sys

import pytest

from search import analysis


class TestWords:
    def test_are_lower_case_and_in_order(self):
        assert analysis.words("Pramonė 4.0 – Panevėžys!") == ["pramonė", "4", "0", "panevėžys"]

    def test_are_composed(self):
        assert analysis.words("Panevez\u030cys, e\u0307jo") == ["panevežys", "ėjo"]

    @pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"])
    def test_go_on_over_what_is_invisible(self, invisible):
        assert analysis.words(f"inova{invisible}cijos") == ["inovacijos"]

    def test_end_at_what_is_no_letter(self):
        assert analysis.words("a\x00b_c/d'e") == ["a", "b", "c", "d", "e"]

    @pytest.mark.parametrize("text", ["", " ", "\x00", "\u200b", "\u0301", "🙂", "_", "„“"])
    def test_may_be_none(self, text):
        assert analysis.words(text) == []
        assert analysis.query_groups(text, "lt") == []
        assert analysis.index_text(text, "lt") == ""
        assert analysis.fold_text(text) == ""


class TestSpans:
    @pytest.mark.parametrize(
        "text",
        [
            "Įmonės Panevėžyje",
            "I\u0307MONE\u0307S ir e\u0307jo",  # composing shortens, lower case may lengthen
            "İstanbul ir İzmir",
            "inova\u00adcijos🙂 ﬁnansai",
        ],
    )
    def test_are_those_of_the_text_as_given(self, text):
        for start, end, word in analysis.spans(text):
            assert analysis.words(text[start:end]) == [word]

    def test_leave_nothing_out(self):
        text = "Są\u00adrašas: įmonės, 2026"
        assert [text[start:end] for start, end, _ in analysis.spans(text)] == [
            "Są\u00adrašas",
            "įmonės",
            "2026",
        ]


class TestFold:
    @pytest.mark.parametrize(
        "text,plain",
        [
            ("ĄČĘĖĮŠŲŪŽ ąčęėįšųūž", "aceeisuuz aceeisuuz"),
            ("Panevez\u030cys", "panevezys"),
            ("ﬁnansai", "finansai"),
            ("Straße, Łódź, Ærø, Đ", "strasse, lodz, aero, d"),
            ("kal\u0303bos, žmõnės", "kalbos, zmones"),
            ("İ", "i"),
        ],
    )
    def test_leaves_neither_case_nor_diacritics(self, text, plain):
        assert analysis.fold(text) == plain

    def test_folds_the_words_of_a_text(self):
        assert analysis.fold_text("Įmonės – Panevėžyje, 4.0!") == "imones panevezyje 4 0"


class TestLexemes:
    LANGUAGES = ("lt", "en", "de", "")

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize(
        "word",
        [
            *("4", "0", "2026", "4g", "b2b", "a", "ą", "ir", "į", "taksi", "robotics", "d'or", "ё"),
            *("a" * 10_000, "ą" * 10_000, "žodžiai" * 2_000, "įmonė" + "\u0301" * 500),
            *("ﬁlmai", "ǅ", "ß", "İ", "ﷺ", "工业", "промышленность", "²", "½", "ﾞ", "ᾳ"),
        ],
    )
    def test_are_short_plain_and_found_by_their_own_word(self, word, language):
        lexeme = analysis.index_term(word, language)

        assert lexeme.isalnum()
        assert lexeme == lexeme.lower()
        assert len(lexeme) <= 64
        assert lexeme == analysis.query_terms(word, language)[0]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_are_one_for_each_word_of_any_script(self, language):
        text = " ".join(chr(point) for point in range(0x20, sys.maxunicode, 97))

        assert len(analysis.index_text(text, language).split(" ")) == len(analysis.words(text))

    def test_are_the_folded_words_in_a_language_without_rules(self):
        assert analysis.index_text("Żółte Fabriken", "de") == "zolte fabriken"
        assert analysis.query_terms("Fabriken".lower(), "de") == ("fabriken",)

    @pytest.mark.parametrize("number", ["4", "0", "10", "2026"])
    @pytest.mark.parametrize("language", analysis.LANGUAGES)
    def test_of_a_number_are_itself_alone(self, number, language):
        assert analysis.query_terms(number, language) == (number,)


class TestQueryGroups:
    def test_are_one_for_each_word(self):
        imones, regiono = analysis.query_groups("Įmonės regione", "lt")

        assert analysis.index_term("įmonių", "lt") in imones
        assert analysis.index_term("regionas", "lt") in regiono

    @pytest.mark.parametrize(
        "text,language,kept",
        [
            ("inovacijos ir verslas", "lt", 2),
            ("kas yra pramone 4.0", "lt", 3),
            ("kur is Panevezio", "lt", 1),  # iš, typed without its diacritic
            ("the state of the art", "en", 2),
        ],
    )
    def test_leave_out_stop_words(self, text, language, kept):
        assert len(analysis.query_groups(text, language)) == kept

    @pytest.mark.parametrize("text,language", [("ir", "lt"), ("to be", "en")])
    def test_keep_stop_words_if_there_is_nothing_else(self, text, language):
        assert len(analysis.query_groups(text, language)) == len(text.split())

    def test_keep_an_abbreviation_that_reads_like_a_stop_word(self):
        assert len(analysis.query_groups("IT companies", "en")) == 2
        assert len(analysis.query_groups("it companies", "en")) == 1

    def test_a_language_without_stop_words_keeps_all(self):
        assert len(analysis.query_groups("der Stand der Technik", "de")) == 4

    def test_are_sixteen_at_most(self):
        assert len(analysis.query_groups("žodis " * 5_000, "lt")) == 16

    def test_hold_twelve_alternatives_at_most(self):
        for word in analysis.words("aukšti kuria moka rasi ieina organizavo zaidzia pasakytu"):
            assert 1 <= len(analysis.query_terms(word, "lt")) <= 12
