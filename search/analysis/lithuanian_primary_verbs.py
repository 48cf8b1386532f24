"""The primary verbs of Lithuanian that are common, each by its three principal parts.

Verbs without a suffix (*vesti*, as against *dalyv-auti*) are a closed class, and what becomes of
their stem in the present and in the past cannot be told from one form: *vesti veda vedė*, but
*rasti randa rado*. Every grammar and dictionary therefore gives three parts, the infinitive and
the third persons of the present and of the past, from which all other forms follow
(V. Ambrazas (ed.), "Lithuanian Grammar", Vilnius 1997, on the verb stems). Verbs with a prefix
(*pakviesti*) follow the verb that they are made of.
"""

# Infinitive, present, past; grouped by what happens to the stem.
PRINCIPAL_PARTS = (
    # Stems in a vowel, and verbs whose stems have nothing in common.
    "būti yra buvo, eiti eina ėjo, duoti duoda davė, dėti deda dėjo, imti ima ėmė, "
    "gauti gauna gavo, stoti stoja stojo, groti groja grojo, joti joja jojo, "
    "kloti kloja klojo, ploti ploja plojo, loti loja lojo, vyti veja vijo, lieti lieja liejo, "
    "rieti rieja riejo, skrieti skrieja skriejo, sieti sieja siejo, šlieti šlieja šliejo, "
    "spėti spėja spėjo, sėti sėja sėjo, lyti lyja lijo, gyti gyja gijo, ryti ryja rijo, "
    "šluoti šluoja šlavė, žūti žūva žuvo, pūti pūva puvo, griūti griūva griuvo, "
    "kliūti kliūva kliuvo, siūti siuva siuvo, plauti plauna plovė, rauti rauna rovė, "
    "griauti griauna griovė, šauti šauna šovė, kauti kauna kovė, pjauti pjauna pjovė, "
    "džiauti džiauna džiovė, krauti krauna krovė, mauti mauna movė, liauti liauja liovė, "
    # A nasal or -st- in the present, gone in the past.
    "likti lieka liko, rasti randa rado, kristi krinta krito, bristi brenda brido, "
    "lįsti lenda lindo, kisti kinta kito, švisti švinta švito, sklisti sklinda sklido, "
    "tapti tampa tapo, kibti kimba kibo, tikti tinka tiko, snigti sninga snigo, "
    "trikti trinka triko, migti minga migo, pigti pinga pigo, prasti pranta prato, "
    "skristi skrenda skrido, justi junta juto, busti bunda budo, smukti smunka smuko, "
    "klupti klumpa klupo, čiupti čiumpa čiupo, tekti tenka teko, kąsti kanda kando, "
    "gesti genda gedo, kilti kyla kilo, šilti šyla šilo, svirti svyra sviro, "
    "skilti skyla skilo, tilti tyla tilo, gimti gimsta gimė, mirti miršta mirė, "
    "virsti virsta virto, vykti vyksta vyko, nykti nyksta nyko, dingti dingsta dingo, "
    "grįžti grįžta grįžo, klysti klysta klydo, pažinti pažįsta pažino, mėgti mėgsta mėgo, "
    "pykti pyksta pyko, rimti rimsta rimo, trokšti trokšta troško, trūkti trūksta trūko, "
    "linkti linksta linko, tirpti tirpsta tirpo, stigti stinga stigo, nokti noksta noko, "
    "senti sensta seno, rūgti rūgsta rūgo, dygti dygsta dygo, džiūti džiūsta džiūvo, "
    "kaisti kaista kaito, lūžti lūžta lūžo, dužti dūžta dužo, plyšti plyšta plyšo, "
    "drįsti drįsta drįso, vysti vysta vyto, slysti slysta slydo, drėkti drėksta drėko, "
    "brangti brangsta brango, sprogti sprogsta sprogo, tvinti tvinsta tvino, "
    "lygti lygsta lygo, vargti vargsta vargo, bręsti bręsta brendo, plūsti plūsta plūdo, "
    "žlugti žlunga žlugo, blukti blunka bluko, "
    # Another vowel in one of the three.
    "kelti kelia kėlė, gerti geria gėrė, verti veria vėrė, berti beria bėrė, remti remia rėmė, "
    "lemti lemia lėmė, semti semia sėmė, gelti gelia gėlė, žerti žeria žėrė, "
    "sverti sveria svėrė, tverti tveria tvėrė, nerti neria nėrė, velti velia vėlė, "
    "skelti skelia skėlė, lėkti lekia lėkė, slėpti slepia slėpė, kvėpti kvepia kvėpė, "
    "plėsti plečia plėtė, kurti kuria kūrė, durti duria dūrė, burti buria būrė, "
    "stumti stumia stūmė, grumti grumia grūmė, kulti kulia kūlė, skirti skiria skyrė, "
    "tirti tiria tyrė, spirti spiria spyrė, girti giria gyrė, vilti vilia vylė, "
    "tarti taria tarė, vogti vagia vogė, vilkti velka vilko, pirkti perka pirko, "
    "rinkti renka rinko, kirsti kerta kirto, kirpti kerpa kirpo, sirgti serga sirgo, "
    "kimšti kemša kimšo, slinkti slenka slinko, minti mena minė, ginti gina gynė, "
    "pinti pina pynė, trinti trina trynė, skinti skina skynė, pilti pila pylė, "
    "virti verda virė, pulti puola puolė, "
    # t, d, st before -ti.
    "kviesti kviečia kvietė, siųsti siunčia siuntė, skųsti skundžia skundė, "
    "švęsti švenčia šventė, kęsti kenčia kentė, versti verčia vertė, keisti keičia keitė, "
    "leisti leidžia leido, skleisti skleidžia skleidė, žeisti žeidžia žeidė, "
    "jausti jaučia jautė, spausti spaudžia spaudė, glausti glaudžia glaudė, "
    "spręsti sprendžia sprendė, skęsti skęsta skendo, austi audžia audė, "
    "snausti snaudžia snaudė, žaisti žaidžia žaidė, liesti liečia lietė, "
    "šviesti šviečia švietė, drausti draudžia draudė, skiesti skiedžia skiedė, "
    "grįsti grindžia grindė, bausti baudžia baudė, teisti teisia teisė, guosti guodžia guodė, "
    "sėsti sėda sėdo, ėsti ėda ėdė, vesti veda vedė, mesti meta metė, sekti seka sekė, "
    "skusti skuta skuto, risti rita rito, grūsti grūda grūdo, džiugti džiunga džiugo, "
    # Present in -a.
    "vežti veža vežė, nešti neša nešė, degti dega degė, kepti kepa kepė, tepti tepa tepė, "
    "lesti lesa lesė, segti sega segė, megzti mezga mezgė, plakti plaka plakė, "
    "kalti kala kalė, malti mala malė, barti bara barė, kasti kasa kasė, mušti muša mušė, "
    "rišti riša rišo, kišti kiša kišo, knisti knisa kniso, lošti lošia lošė, sukti suka suko, "
    "supti supa supo, lupti lupa lupo, šokti šoka šoko, lipti lipa lipo, kopti kopia kopė, "
    "augti auga augo, bėgti bėga bėgo, dirbti dirba dirbo, gulti gula gulė, "
    # Present in -ia, past in -ė.
    "skelbti skelbia skelbė, kreipti kreipia kreipė, steigti steigia steigė, "
    "diegti diegia diegė, teikti teikia teikė, tiekti tiekia tiekė, reikšti reiškia reiškė, "
    "laukti laukia laukė, šaukti šaukia šaukė, plaukti plaukia plaukė, traukti traukia traukė, "
    "jungti jungia jungė, rengti rengia rengė, ruošti ruošia ruošė, siekti siekia siekė, "
    "veikti veikia veikė, žvelgti žvelgia žvelgė, lenkti lenkia lenkė, klausti klausia klausė, "
    "baigti baigia baigė, žengti žengia žengė, laužti laužia laužė, trenkti trenkia trenkė, "
    "tęsti tęsia tęsė, dengti dengia dengė, puošti puošia puošė, juosti juosia juosė, "
    "piešti piešia piešė, tiesti tiesia tiesė, vengti vengia vengė, merkti merkia merkė, "
    "telkti telkia telkė, kaupti kaupia kaupė, žiebti žiebia žiebė, griebti griebia griebė, "
    "tempti tempia tempė, kenkti kenkia kenkė, drožti drožia drožė, braukti braukia braukė, "
    "verkti verkia verkė, veržti veržia veržė, daužti daužia daužė, teršti teršia teršė, "
    "džiaugti džiaugia džiaugė, tuokti tuokia tuokė, smeigti smeigia smeigė, "
    "slėgti slegia slėgė, gręžti gręžia gręžė, brėžti brėžia brėžė, grėbti grėbia grėbė, "
    "rėkti rėkia rėkė, plėšti plėšia plėšė, skalbti skalbia skalbė, siurbti siurbia siurbė, "
    "krėsti krečia krėtė, rėžti rėžia rėžė, "
    # Verbs with a suffix whose present is not that of the class.
    "miegoti miega miegojo, giedoti gieda giedojo, raudoti rauda raudojo, "
    "kentėti kenčia kentėjo, reikėti reikia reikėjo, dalyti dalija dalijo, "
    "vardyti vardija vardijo, ginčyti ginčija ginčijo"
)
