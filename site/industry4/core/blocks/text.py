"""Blocks of words: heading, text, quotation, questions and answers, call to action, contact."""

from itertools import chain, count
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field
from wagtail import blocks
from wagtail.rich_text import RichText

from industry4.core.api import Html, rich_text_html

from .links import LinkBlock, LinkData

RICH_TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
PLAIN_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A heading of the second level; the page's title is the first."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides the page into parts. Parts of a part go into a text block.")
        template = "blocks/heading.html"
        api_type = str
        preview_value = "Robotai mokyklose"

    def get_context(self, value: str, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context)
        context["anchor"] = self.anchor(value, context.get("anchors", set()))
        return context

    @staticmethod
    def anchor(value: str, taken: set[str]) -> str:
        """What the heading is linked by, added to those that are `taken` on the page.

        Where one before it reads the same, it gets a number; the first keeps its own.
        """
        name = slugify(value, allow_unicode=False) or "dalis"
        names = chain([name], (f"{name}-{number}" for number in count(2)))
        anchor = next(each for each in names if each not in taken)
        taken.add(anchor)
        return anchor


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists, links and small headings."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        template = "blocks/text.html"
        api_type = Html
        preview_value = "<p>Pramonė čia sukuria <b>trečdalį</b> regiono BVP.</p>"

    def get_api_representation(self, value: RichText, context: Any = None) -> str:
        return rich_text_html(value.source)


class QuotationData(BaseModel):
    """Somebody’s words."""

    quotation: str = Field(description="Without quotation marks.")
    who: str
    role: str
    source: LinkData | None


class QuotationBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    quotation = blocks.TextBlock(
        label=_("Words of the quotation"),
        help_text=_("Without quotation marks: the page adds its language’s."),
    )
    who = blocks.CharBlock(required=False, default="", label=_("Who said it"))
    role = blocks.CharBlock(required=False, default="", label=_("Role"))
    source = LinkBlock(required=False, label=_("Source"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Words of a person or a document, with the source.")
        template = "blocks/quotation.html"
        api_type = QuotationData
        preview_value = {"quotation": "Pavyzdys: citatos tekstas.", "who": "Pavyzdys"}


class QuestionData(BaseModel):
    """One question with its answer."""

    question: str
    answer: Html


class QuestionBlock(blocks.StructBlock):
    """One question with its answer."""

    question = blocks.CharBlock(label=_("Question"))
    answer = blocks.RichTextBlock(features=PLAIN_TEXT_FEATURES, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        api_type = QuestionData

    def get_api_representation(self, value: Any, context: Any = None) -> dict:
        return {"question": value["question"], "answer": rich_text_html(value["answer"].source)}


class QuestionsData(BaseModel):
    """Questions that open to their answers."""

    questions: list[QuestionData]


class QuestionsBlock(blocks.StructBlock):
    """Questions that open to their answers."""

    questions = blocks.ListBlock(QuestionBlock(), min_num=1, label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("A list of questions; each opens to its answer.")
        template = "blocks/questions.html"
        api_type = QuestionsData
        preview_value = {
            "questions": [{"question": "Kas gali dalyvauti?", "answer": "<p>Visi nariai.</p>"}]
        }


class CallToActionData(BaseModel):
    """An invitation with one button."""

    heading: str
    text: str
    link: LinkData | None = Field(description="Null where it leads to nothing public.")


class CallToActionBlock(blocks.StructBlock):
    """An invitation with one button."""

    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.TextBlock(required=False, default="", label=_("Text"))
    link = LinkBlock(label=_("Button"))

    class Meta:
        icon = "pick"
        label = _("Call to action")
        description = _("What the reader should do next, with a button.")
        template = "blocks/call_to_action.html"
        api_type = CallToActionData
        preview_value = {
            "heading": "Prisijunkite",
            "text": "Parašykite mums.",
            "link": {"label": "Rašyti", "email": "info@example.com"},
        }


class ContactPersonData(BaseModel):
    """Whom to ask."""

    name: str
    role: str
    email: str
    phone: str


class ContactPersonBlock(blocks.StructBlock):
    """Whom to ask."""

    name = blocks.CharBlock(required=False, default="", label=_("Name"))
    role = blocks.CharBlock(label=_("Role"))
    email = blocks.EmailBlock(required=False, default="", label=_("E-mail"))
    phone = blocks.CharBlock(required=False, default="", label=_("Phone"))

    class Meta:
        icon = "user"
        label = _("Contact person")
        description = _("A person to ask, with e-mail and phone.")
        template = "blocks/contact_person.html"
        api_type = ContactPersonData
        preview_value = {"role": "Vyresnysis projektų vadovas", "email": "info@example.com"}
