"""Contact, privacy and the accessibility statement."""

from home.demo.bodies import call_to_action, contact_person, heading, link, text
from home.demo.values import Item, T, item, row
from home.models import ContactPage, ContentPage

from .initiatives import MANAGER
from .members import MAIL

CONTACT: list[Item] = [
    item(
        ContactPage,
        "page/contact",
        under="home",
        title=T("Kontaktai", "Contact"),
        slug=T("kontaktai", "contact"),
        intro=T(
            "Klauskite, siūlykite, kvieskite. Platformą koordinuoja Panevėžio plėtros agentūros"
            " komanda.",
            "Ask, propose, invite. The platform is coordinated by the team of the Panevėžys"
            " Development Agency.",
        ),
        form_intro=T(
            "Parašykite, ko ieškote ar ką galėtumėte pasiūlyti. Atsakysime el. paštu.",
            "Tell us what you are looking for or what you could offer. We answer by e-mail.",
        ),
        consent_text=T(
            "Sutinku, kad mano vardas, el. pašto adresas ir žinutė būtų naudojami atsakyti į šį"
            " kreipimąsi. Kaip jie saugomi, skaitykite privatumo puslapyje.",
            "I agree that my name, e-mail address and message are used to answer this enquiry. How"
            " they are kept is described on the privacy page.",
        ),
        thanks_text=T(
            "Ačiū, žinutė gauta. Atsakysime, kai tik galėsime.",
            "Thank you, your message has arrived. We will answer as soon as we can.",
        ),
        recipient=MAIL,
        rows={
            "people": [
                row(role=MANAGER, email=MAIL),
                row(
                    name=T("Pavyzdys: Vardenė Pavardenė", "Sample: Vardenė Pavardenė"),
                    role=T("Ryšiai su žiniasklaida", "Media relations"),
                    email="ziniasklaida@example.com",
                    phone="+370 000 00000",
                ),
            ]
        },
    ),
]

FORMAL: list[Item] = [
    item(
        ContentPage,
        "page/privacy",
        under="home",
        title=T("Privatumas", "Privacy"),
        slug=T("privatumas", "privacy"),
        intro=T(
            "Kokius duomenis ši svetainė renka, kodėl ir kiek laiko juos saugo.",
            "What data this site collects, why, and how long it keeps them.",
        ),
        body=[
            heading(T("Lankytojai", "Visitors")),
            text(
                T(
                    "<p>Svetainė nestebi lankytojų: joje nėra reklamos ir trečiųjų šalių"
                    " statistikos. Vaizdo įrašai iš kitų svetainių ir narių žemėlapis iš"
                    " „OpenStreetMap“ įkeliami tik jums paspaudus: tada jūsų IP adresas tampa"
                    " žinomas ir ten.</p>",
                    "<p>The site does not track its visitors: it has no advertising and no"
                    " analytics of third parties. Videos from other sites, and the map of members"
                    " from OpenStreetMap, are loaded only after a click: then they learn your IP"
                    " address.</p>",
                )
            ),
            heading(T("Žinutės", "Messages")),
            text(
                T(
                    "<p>Kontaktų formoje įrašytą vardą, el. pašto adresą ir žinutę naudojame tik"
                    " atsakyti. Kartu saugome sutikimo tekstą, kuris galiojo siunčiant. Pavyzdys:"
                    " žinutės ištrinamos po vienų metų.</p>",
                    "<p>The name, e-mail address and message given in the contact form are used"
                    " only to answer. The text of the consent as it was when sent is kept with"
                    " them. Sample: messages are deleted after one year.</p>",
                )
            ),
            heading(T("Paieška", "Search")),
            text(
                T(
                    "<p>Kad žinotume, ko svetainėje ieškoma ir nerandama, 90 dienų saugome paieškos"
                    " žodžius ir dieną, bet nieko apie tai, kas ieškojo. Žodžių, panašių į el."
                    " pašto adresą, telefono numerį ar asmens kodą, nesaugome.</p>",
                    "<p>To learn what people look for here and do not find, we keep the words that"
                    " were searched for and the day, for 90 days, and nothing about who searched."
                    " Words that look like an e-mail address, a telephone number or a personal code"
                    " are not kept.</p>",
                )
            ),
            heading(T("Jūsų teisės", "Your rights")),
            text(
                T(
                    "<p>Galite paprašyti parodyti, ištaisyti ar ištrinti savo duomenis. Parašykite"
                    " adresu, nurodytu žemiau.</p>",
                    "<p>You may ask us to show, correct or delete your data. Write to the address"
                    " below.</p>",
                )
            ),
            contact_person(T("Duomenų apsauga", "Data protection"), email="duomenys@example.com"),
        ],
    ),
    item(
        ContentPage,
        "page/accessibility",
        under="home",
        title=T("Prieinamumo pareiškimas", "Accessibility statement"),
        slug=T("prieinamumas", "accessibility"),
        intro=T(
            "Norime, kad svetaine galėtų naudotis kiekvienas: telefonu, klaviatūra, ekrano skaitymo"
            " programa.",
            "We want everyone to be able to use this site: by phone, by keyboard, by screen"
            " reader.",
        ),
        body=[
            heading(T("Ko laikomės", "What we keep to")),
            text(
                T(
                    "<p>Svetainė kuriama pagal WCAG 2.2 AA lygio reikalavimus:</p><ul><li>viską"
                    " galima pasiekti klaviatūra;</li><li>paveikslėliai turi tekstinius"
                    " aprašus;</li><li>tekstą galima skaityti padidinus iki"
                    " 200&nbsp;%;</li><li>puslapiai veikia ir be „JavaScript“.</li></ul>",
                    "<p>The site is made to meet the requirements of WCAG 2.2, level"
                    " AA:</p><ul><li>everything can be reached by keyboard;</li><li>pictures have"
                    " text alternatives;</li><li>text can be read when enlarged to"
                    " 200%;</li><li>pages work without JavaScript.</li></ul>",
                )
            ),
            heading(T("Kas dar netobula", "What is not perfect yet")),
            text(
                T(
                    "<p>Pavyzdys: kai kurie PDF dokumentai nėra pritaikyti ekrano skaitymo"
                    " programoms. Jų turinys apibendrintas puslapiuose.</p>",
                    "<p>Sample: some PDF documents are not adapted to screen readers. Their content"
                    " is summed up on the pages.</p>",
                )
            ),
            call_to_action(
                T("Radote kliūtį?", "Have you found a barrier?"),
                T(
                    "Parašykite, kas neveikia ir kokia įranga naudojatės. Pataisysime.",
                    "Tell us what does not work and what you use. We will mend it.",
                ),
                link(T("Pranešti", "Report it"), page="page/contact"),
            ),
        ],
    ),
]
