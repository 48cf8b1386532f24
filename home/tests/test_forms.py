"""The contact form: what is refused, how that is said, and that nothing typed is lost."""

import pytest
from django.core import signing
from django.test import Client

from home.models import ContactMessage
from home.tests.contact import begun, contact_page, errors_of, filled, send, shown_again, soup
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db

GUARDS = ["__all__"]
DAYS = 24 * 3600


@pytest.fixture
def page():
    return contact_page()


def summary(response):
    """What stands above the form: its heading, and each error with where its link leads."""
    box = soup(response).select_one(".form-errors")
    links = {link.get_text(): link["href"] for link in box.select("a")}
    return box, [item.get_text(strip=True) for item in box.select("li")], links


@pytest.mark.parametrize(
    "field, value",
    [
        ("name", ""),
        ("name", "x" * 151),
        ("name", "a\x00b"),
        ("email", ""),
        ("email", "vardenis"),
        ("email", "a@example.com, b@example.com"),
        ("email", f"{'x' * 60}@{'example.' * 25}com"),  # 255 letters and more
        ("email", "a\x00b@example.com"),
        ("message", "  "),
        ("message", "x" * 5001),
        ("message", "a\x00b"),
        ("consent", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(client, page, field, value):
    response = send(client, page, **{field: value})
    assert errors_of(response) == [field]
    html = soup(response)
    control = html.find(attrs={"name": field})
    assert control["aria-invalid"] == "true"
    said = html.find(id=control["aria-describedby"].split()[-1])
    assert said.get_text(strip=True)
    assert html.select_one(f'.form-errors a[href="#{control["id"]}"]')
    for other in {"name", "email", "message"} - {field}:
        assert shown_again(response)[other] == filled()[other]


@pytest.mark.parametrize("field", ["name", "email"])
@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\N{LINE SEPARATOR}"])
def test_no_field_can_add_a_header_to_the_mail(client, page, field, sign):
    assert errors_of(send(client, page, **{field: f"a{sign}Bcc: b@example.com"})) == [field]
    assert errors_of(send(client, page, email=f'"a{sign}b"@example.com')) == ["email"]


def test_a_line_break_counts_as_one_character(client, page):
    send(client, page, message="x" * 4990 + "\r\n" * 9 + "x")
    assert len(ContactMessage.objects.get().text) == 5000


def test_a_long_text_that_is_pasted_is_refused_and_not_cut_off(client, page):
    assert not soup(client.get(page.url)).textarea.has_attr("maxlength")
    response = send(client, page, message="x" * 6000)
    assert shown_again(response)["message"] == "x" * 6000


def test_a_summary_takes_the_focus_and_leads_to_the_fields(client, page):
    box, said, links = summary(send(client, page, name="", consent=""))
    assert box.has_attr("autofocus")
    assert box["tabindex"] == "-1"
    assert links == {
        "Jūsų vardas: Šis laukas yra privalomas.": "#id_name",
        "Be sutikimo negalime atsakyti.": "#id_consent",
    }
    assert len(said) == 2


@pytest.mark.parametrize(
    "language, start, said",
    [
        ("lt", "Klaida: Kontaktai", "Šis laukas yra privalomas."),
        ("en", "Error: EN Kontaktai", "This field is required."),
    ],
)
def test_title_and_errors_are_in_the_language_of_the_page(client, page, language, start, said):
    page = page if language == "lt" else translated(page)
    response = send(client, page, name="")
    assert soup(response).title.get_text().startswith(start)
    assert said in response.content.decode()
    assert soup(client.get(page.url)).title.get_text() not in soup(response).title.get_text()[:5]


def test_browsers_may_fill_in_name_and_email_and_nothing_else(client, page):
    form = soup(client.get(page.url)).select_one("form[method=post]")
    found = {field["name"]: field.get("autocomplete") for field in form.select("[name]")}
    assert (found["name"], found["email"], found["remark"]) == ("name", "email", "off")


def test_nobody_but_a_machine_meets_the_field_that_is_to_stay_empty(client, page):
    trap = soup(client.get(page.url)).find("input", {"name": "remark"})
    assert trap.find_parent(hidden=True)  # neither seen, nor read out, nor reached by keyboard


def test_whoever_falls_into_the_trap_learns_what_to_do_and_loses_nothing(client, page):
    response = send(client, page, remark="https://spam.example")
    assert errors_of(response) == GUARDS
    _box, said, _links = summary(response)
    assert "išsiųskite dar kartą" in said[0]
    again = {**shown_again(response), "consent": "on"}
    assert again["remark"] == ""
    assert client.post(page.url, again).status_code == 302
    assert ContactMessage.objects.get().text == filled()["message"]


@pytest.mark.parametrize(
    "started",
    ["", "x", "a\x00b", "1700000000:forged", signing.dumps(1, salt="another form")],
    ids=["empty", "nonsense", "NUL", "forged", "another"],
)
def test_a_form_that_is_not_ours_is_refused(client, page, started):
    assert errors_of(send(client, page, started=started)) == GUARDS


def test_a_form_without_any_of_its_fields_is_refused(client, page):
    assert errors_of(client.post(page.url, {})) == ["name", "email", "message", "consent", *GUARDS]


def test_a_form_sent_within_moments_is_refused_and_accepted_a_little_later(client, page):
    started = begun(seconds_ago=1)
    response = send(client, page, started=started)
    assert errors_of(response) == GUARDS
    assert shown_again(response)["started"] == started  # the time that has passed counts


def test_a_form_of_the_day_before_yesterday_can_be_sent_again(client, page, monkeypatch):
    old = begun(seconds_ago=2 * DAYS)
    response = send(client, page, started=old)
    assert errors_of(response) == GUARDS
    again = {**shown_again(response), "consent": "on"}
    assert again["message"] == filled()["message"]
    assert again["started"] != old
    later = int(signing.loads(again["started"], salt="contact-form")) + 60
    monkeypatch.setattr("time.time", lambda: later)
    assert client.post(page.url, again).status_code == 302


def test_markup_in_any_field_is_text(client, page):
    markup = "<script>alert(1)</script><b>labas</b>"
    html = send(client, page, name=markup, message=markup, email=markup).content.decode()
    assert markup not in html
    assert html.count("&lt;script&gt;alert(1)") == 3


def test_a_form_sent_from_another_site_is_refused(page):
    assert send(Client(enforce_csrf_checks=True), page).status_code == 403
    assert not ContactMessage.objects.exists()


def test_a_form_without_its_cookie_is_answered_in_the_language_of_the_page(page):
    visitor = Client(enforce_csrf_checks=True)
    for form, language, words, advice in (
        (page, "lt", "Formos išsiųsti nepavyko", "slapuk"),
        (translated(page), "en", "The form could not be sent", "Allow cookies"),
    ):
        html = send(visitor, form).content.decode()
        assert f'<html lang="{language}">' in html
        assert f"<h1>{words}</h1>" in html
        assert advice in html
