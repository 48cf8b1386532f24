"""The report on what visitors search for."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, sign_in
from search.models import Asked

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/searches/"


def asked(words, *, days=0, language="lt", times=1, found=0):
    """Visitors asked this so many days ago."""
    day = timezone.localdate() - timedelta(days=days)
    Asked.objects.create(words=words, language=language, day=day, times=times, found=found)


@pytest.fixture
def editor(client):
    return sign_in(client)


def page(client, **parameters):
    response = client.get(REPORT, parameters)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows(client, **parameters):
    """The words of the report, in its order, with the other columns."""
    table = page(client, **parameters).main.table
    if not table:
        return []
    found = []
    for row in table.tbody.find_all("tr"):
        words, *others = row.find_all("td")
        title = words.find(class_="title-wrapper").get_text(strip=True)
        found.append((title, *(cell.get_text(strip=True) for cell in others)))
    return found


def words(client, **parameters):
    return [row[0] for row in rows(client, **parameters)]


def test_the_days_of_the_same_words_are_one_row(editor):
    asked("robotai", days=9, times=2, found=7)
    asked("robotai", days=3, times=5, found=0)
    day = timezone.localdate() - timedelta(days=3)
    assert rows(editor) == [("robotai", "Lietuvių", "7", "0", day.strftime("%d/%m/%Y"))]


def test_at_first_it_shows_what_found_nothing_the_last_time_and_says_so(editor):
    asked("stipendijos")
    asked("robotai", days=5)
    asked("robotai", days=1, found=3)
    assert words(editor) == ["stipendijos"]
    assert "found nothing the last time" in page(editor).get_text()


def test_the_others_are_shown_by_the_filter(editor):
    asked("stipendijos")
    asked("robotai", found=3)
    assert words(editor, results="some") == ["robotai"]
    assert words(editor, results="all") == ["robotai", "stipendijos"]
    assert "found nothing the last time" not in page(editor, results="all").get_text()


def test_it_is_filtered_by_language(editor):
    asked("robotai")
    asked("robots", language="en")
    assert words(editor, language="en") == ["robots"]
    assert words(editor, language="lt") == ["robotai"]


def test_it_is_filtered_by_the_time_of_the_searches(editor):
    asked("seni robotai", days=40)
    asked("robotai", days=20, times=3)
    asked("robotai", days=6, times=2)
    assert words(editor) == ["robotai", "seni robotai"]
    assert [(row[0], row[2]) for row in rows(editor, period="30")] == [("robotai", "5")]
    assert [(row[0], row[2]) for row in rows(editor, period="7")] == [("robotai", "2")]


def test_words_can_be_looked_for(editor):
    asked("robotų nuoma")
    asked("stipendijos")
    assert words(editor, q="nuoma") == ["robotų nuoma"]


@pytest.mark.parametrize(
    "ordering, expected",
    [
        ("", ["b", "c", "a"]),
        ("total", ["a", "c", "b"]),
        ("words", ["a", "b", "c"]),
        ("-last", ["a", "b", "c"]),
        ("no_such_column", ["b", "c", "a"]),
    ],
)
def test_most_frequent_first_or_as_the_reader_wishes(editor, ordering, expected):
    asked("a", days=1, times=1)
    asked("b", days=2, times=3)
    asked("c", days=3, times=2)
    assert words(editor, **({"ordering": ordering} if ordering else {})) == expected


def test_the_words_lead_to_the_form_that_promotes_a_result(editor):
    asked("vasaros & „stovykla“")
    link = page(editor).main.table.tbody.find("a", string=lambda text: text and "Promote" in text)
    assert "vasaros & „stovykla“" in link["aria-label"]
    html = editor.get(link["href"]).content
    form = BeautifulSoup(html, "html.parser")
    assert form.find(id="id_query_string")["value"] == "vasaros & „stovykla“"


def test_what_visitors_typed_is_text_and_no_markup(editor):
    asked("<script>alert(1)</script>")
    assert words(editor) == ["<script>alert(1)</script>"]


def test_it_comes_in_pages(editor):
    for number in range(51):
        asked(f"žodis {number:02}")
    assert len(words(editor)) == 50
    assert words(editor, p=2) == ["žodis 50"]


def test_its_length_does_not_change_what_it_costs(editor):
    asked("robotai")
    one = cost(editor, REPORT)
    for number in range(19):
        asked(f"žodis {number}", days=number)
    assert cost(editor, REPORT) == one


def test_the_filters_replace_its_part(editor):
    asked("robotai", found=3)
    answer = editor.get(reverse("searches_report_results"), {"results": "some"}).content.decode()
    assert "robotai" in answer
    assert "<html" not in answer


def test_it_is_exported_whole_and_filtered_as_csv(editor):
    for number in range(60):
        asked(f"žodis {number:02}")
    asked("robotai", found=1)
    response = editor.get(REPORT, {"export": "csv"})
    lines = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert lines[0] == ["Words", "Language", "Times", "Found", "Last time"]
    assert len(lines) == 61
    assert lines[1] == ["žodis 00", "lt", "1", "0", timezone.localdate().isoformat()]


def test_it_is_exported_as_xlsx(editor):
    asked("robotai", times=4)
    content = b"".join(editor.get(REPORT, {"export": "xlsx"}).streaming_content)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in sheet[2]][:4] == ["robotai", "lt", 4, 0]


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "\t=1"])
def test_no_spreadsheet_takes_what_was_typed_for_a_formula(editor, typed):
    asked(typed)
    exported = b"".join(editor.get(REPORT, {"export": "csv"}).streaming_content).decode()
    assert list(csv.reader(io.StringIO(exported)))[1][0] == f"'{typed}"
    content = b"".join(editor.get(REPORT, {"export": "xlsx"}).streaming_content)
    cell = openpyxl.load_workbook(io.BytesIO(content)).active["A2"]
    assert (cell.value, cell.data_type) == (typed, "s")


def test_it_is_lithuanian_for_those_who_read_lithuanian(client):
    asked("robotai")
    html = page(sign_in(client, language="lt"))
    assert "Ko ieško lankytojai" in html.h1.get_text() + html.title.get_text()
    headings = [th.get_text(strip=True) for th in html.main.table.find_all("th")]
    assert headings == ["Žodžiai", "Kalba", "Kartų", "Rasta", "Paskutinį kartą"]


class TestWho:
    """Those who may do something about it: promote results."""

    def allowed(self, action):
        permission = Permission.objects.get(codename=f"{action}_searchpromotion")
        Group.objects.get(name="Editors").permissions.add(permission)

    def menu(self, client):
        """The names of the reports that the menu offers."""
        from wagtail.admin.menu import reports_menu

        request = client.get("/admin/").wsgi_request
        return {item.name for item in reports_menu.menu_items_for_request(request)}

    def test_others_do_not_see_it(self, client):
        sign_in(client, EditorFactory())
        assert client.get(REPORT).status_code == 302
        assert client.get(reverse("searches_report_results")).status_code == 302
        assert "searches" not in self.menu(client)

    @pytest.mark.parametrize("action", ["add", "change", "delete"])
    def test_whoever_may_do_one_of_it_does(self, client, action):
        self.allowed(action)
        sign_in(client, EditorFactory())
        asked("robotai")
        assert words(client) == ["robotai"]
        assert "searches" in self.menu(client)

    def test_the_way_to_promote_is_for_those_who_may_add(self, client):
        asked("robotai")
        self.allowed("change")
        sign_in(client, EditorFactory())
        assert "query_string" not in str(page(client).main.table)
        self.allowed("add")
        client.force_login(EditorFactory())
        assert "query_string" in str(page(client).main.table)

    def test_nobody_outside_sees_it(self, client):
        assert client.get(REPORT).url.startswith("/admin/login/")

    def test_it_is_the_only_report_of_searches(self, editor):
        assert "searches" in self.menu(editor)
        assert "search-terms" not in self.menu(editor)
