"""What will not be built: an intent and an object that together do harm. Words alone never refuse."""

from __future__ import annotations

import re

from workforce.workflow.language.words import fold
from workforce.workflow.spec import Refusal

_GUARD = re.compile(
    r"\b(alert|notify|warn|detect|monitor|report|protect|prevent|block|training|awareness|security team|melde|"
    r"warne|erkenne|schutz|alerta\w*|avis\w*|detect\w*|proteg\w*|prevenir|previens|signale|detecte)\b"
)

_RULES: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    # name, patterns that must all be found, reason, what would be fine
    (
        "credentials",
        (
            (
                r"(try|tries|trying|test|tests|guess\w*|brute|crack\w*|stuff\w*|log(s|ging)? ?in(to)?|probier\w*|"
                r"teste|knack\w*|errat\w*|prueb\w*|probar|adivin\w*|essay\w*|teste\w*|devin\w*|tent\w*|testar|"
                r"quebr\w*)"
            ),
            (
                r"(passwords?|credential\w*|passwort\w*|passworter|kennwort\w*|zugangsdaten|contrasenas?|"
                r"credencial\w*|mots? de passe|identifiants?|senhas?|pins?)"
            ),
            (
                r"(every account|accounts? (there|of)|most common|competitor\w*|leaked|stolen|other people|"
                r"customer portals?|proxy|proxies|not get blocked|don't get blocked|combo|list of|konten|"
                r"konkurren\w*|geleakt\w*|gestohlen\w*|cuentas|competencia|filtrad\w*|robad\w*|comptes|"
                r"concurrent\w*|voles?|fuites?|contas|concorrent\w*|vazad\w*|roubad\w*)"
            ),
        ),
        "Trying passwords on accounts that are not yours is breaking in, so no worker will be built for it.",
        (
            "A worker that alerts you about failed sign-ins on your own systems, or reminds people to change weak "
            "passwords, is fine."
        ),
    ),
    (
        "spam",
        (
            (
                r"(bought|purchased|buy|broker|scraped|harvested|harvest (e-?mails?|addresses|contacts|data)|"
                r"without (their )?(consent|permission|opt)|"
                r"never (opted|signed)|gekauft\w*|ohne (einwilligung|zustimmung|erlaubnis)|comprad\w*|compramos|"
                r"sin (su )?(consentimiento|permiso)|achete\w*|sans (leur )?(consentement|accord|permission)|"
                r"sem (o )?(consentimento|permissao)|unsolicited|spam filter\w*|spamfilter|filtros? (de|"
                r"anti)[ -]?spam|filtres? anti-?spam)"
            ),
            (
                r"(e-?mails?|mails?|address\w*|adressen?|correos?|direcciones|courriels?|adresses|enderecos|sms|"
                r"messages?|newsletter|list\w*)"
            ),
            (
                r"(without (an? )?unsubscribe|rotat\w*|spam filter\w*|spamfilter|all of them|to all|everyone|mass|"
                r"bulk|blast|every day|don't notice|abmelde\w*|wechselnd\w*|an alle|massen\w*|taglich|sin (enlace|"
                r"opcion|link) de baja|rotativ\w*|a todos|a todas|masiv\w*|cada dia|sans (lien|"
                r"option) de desinscription|a tous|en masse|chaque jour|sem (link|opcao) de descadastr\w*|"
                r"para todos|em massa|todo dia)"
            ),
        ),
        (
            "Mass mail to people who never agreed to it is spam and against the law in most countries, so no "
            "worker will be built for it."
        ),
        "A worker that mails your own subscribers, with an unsubscribe link, is fine.",
    ),
    (
        "surveillance",
        (
            (
                r"(secretly|covert\w*|without (them|him|her|their|his|anyone) (knowing|knowledge|noticing)|"
                r"behind (their|his|her) back|heimlich\w*|ohne (ihr|sein|dass|deren) (wissen|er|sie|es|jemand)|"
                r"unbemerkt|verdeckt|en secreto|a escondidas|secretamente|sin que (lo )?(sepa\w*|se (den|"
                r"entere\w*))|en secret|en cachette|a (leur|son) insu|secretement|discretement|escondid\w*|"
                r"em segredo|sem que (ele|ela|eles|elas|ninguem)? ?saib\w*|fake accounts?|gefalschte\w*|"
                r"cuentas falsas|faux comptes?|contas falsas|spy|spies|spying|stalk\w*|ausspion\w*|espia\w*|"
                r"espionn\w*|espion\w*)"
            ),
            (
                r"(employee\w*|staff|colleague\w*|coworker\w*|wife|husband|ex|girlfriend|boyfriend|partner|"
                r"neighbou?r|person|people|profile\w*|private|messages|whatsapp|location|mitarbeiter\w*|kolleg\w*|"
                r"frau|mann|freundin|partner\w*|private\w*|nachrichten|standort|emplead\w*|compan\w*|espos\w*|"
                r"novi\w*|pareja|privad\w*|mensajes|ubicacion|employe\w*|salarie\w*|collegue\w*|femme|mari|"
                r"conjoint|prive\w*|position|funcionari\w*|coleg\w*|marido|namorad\w*|mensagens|localizacao|perfis|"
                r"perfiles|profils)"
            ),
        ),
        (
            "Watching people in secret or reading what they keep private harms them and breaks data-protection "
            "law, so no worker will be built for it."
        ),
        "A worker that uses data people have agreed to share, such as a survey or public company pages, is fine.",
    ),
    (
        "stalking",
        (
            (
                r"(where|location|gps|phone|whereabouts|leaves the house|track\w*|follow\w*|standort|wo |handy|"
                r"ubicacion|donde|movil|position|ou est|telephone|localizacao|onde|celular)"
            ),
            (
                r"(my|meine[nr]?|mi|ma|mon|minha|meu|his|her) (ex|ex-?\w+|wife|husband|girlfriend|boyfriend|"
                r"partner|spouse|neighbou?r|frau|mann|freundin|freund|esposa|esposo|marido|novia|novio|pareja|"
                r"femme|mari|copine|copain|namorad[oa]|mulher|vizinh[oa])"
            ),
            (
                r"(monitor\w*|track\w*|follow\w*|watch\w*|spy\w*|every time|whenever|each time|uberwach\w*|"
                r"verfolg\w*|vigil\w*|rastre\w*|segu\w*|surveill\w*|suivre|suis|pist\w*|monitor\w*|acompanh\w*)"
            ),
        ),
        "Following where a person is without their agreement is stalking, so no worker will be built for it.",
        "A worker about your own calendar, or a location that somebody shares with you on purpose, is fine.",
    ),
    (
        "private data",
        (
            (
                r"(scrape|scraping|scrapes|crawl\w*|harvest\w*|collect\w*|extract\w*|sammle|sammelt|auslesen|"
                r"ausliest|abgreif\w*|recopil\w*|rastre\w*|extra\w*|aspire\w*|recolt\w*|raspar|colet\w*)"
            ),
            (
                r"(private|personal|non-?public|privat\w*|personlich\w*|personales|privad\w*|personnel\w*|prive\w*|"
                r"pessoa\w*)"
            ),
            (
                r"(profiles?|phone numbers?|addresses|health|medical|illness\w*|pregnan\w*|religion|political|"
                r"sexual|profile\w*|gesundheit\w*|krankheit\w*|schwanger\w*|perfiles|telefonos|salud|enfermedad\w*|"
                r"embaraz\w*|profils|telephones|sante|maladie\w*|grossesse\w*|perfis|saude|doenc\w*|gravid\w*)"
            ),
            (
                r"(facebook|instagram|linkedin|tiktok|social|dating|without|ohne|sin|sans|sem|fake|not public|"
                r"nicht offentlich\w*|behind login|people|persons|employees|mitarbeiter\w*)"
            ),
        ),
        "Collecting private data about people without their consent is not something a worker may do.",
        "Collecting public company information, or data that people hand in themselves, is fine.",
    ),
    (
        "weapons",
        (
            (
                r"(build|make|making|synthesi\w*|produce|assemble|order parts|instructions|recipe|baue\w*|"
                r"herstell\w*|anleitung\w*|fabric\w*|constru\w*|instruccion\w*|fabriqu\w*|instructions|fabricar|"
                r"instrucoes)"
            ),
            (
                r"(bombs?|explosives?|nerve agent|chemical weapon\w*|biological weapon\w*|ghost guns?|ricin|sarin|"
                r"sprengst\w*|bomben?|giftgas|chemiewaffen?|bombas?|explosivos?|armas? quimicas?|bombes?|"
                r"explosifs?|armes? chimiques?|malware|ransomware|keylogger\w*|schadsoftware|erpressungstrojaner)"
            ),
        ),
        "Weapons and malicious software are nothing a worker may help with.",
        "Safety training or monitoring of your own systems is fine.",
    ),
    (
        "fraud",
        (
            (
                r"(phish\w*|fake (\S+ ){0,3}(accounts?|profiles?|followers|invoices?|reviews?|bank|websites?|"
                r"identit\w*)|pretend(ing)? to be (the|a|"
                r"their) (bank|police|tax|ceo|boss)|impersonat\w*|gefalschte (rechnungen|bewertungen|ausweise)|"
                r"facturas falsas|resenas falsas|fausses? (factures?|avis)|suplanta\w*|usurp\w*|faturas falsas|"
                r"avaliacoes falsas|falsas avaliacoes|falsche[nr]? (rechnungen|bewertungen))"
            ),
            (
                r"(send\w*|post\w*|mail\w*|creat\w*|generat\w*|collect\w*|trick\w*|schick\w*|poste\w*|erstell\w*|"
                r"envia\w*|manda\w*|publi\w*|genera\w*|envoi\w*|envoy\w*|cre\w*|envi\w*|gera\w*|cri\w*)"
            ),
        ),
        "Deceiving people for money or ratings is fraud, so no worker will be built for it.",
        "Asking real customers for honest reviews, or sending your own invoices, is fine.",
    ),
    (
        "attack",
        (
            (
                r"(ddos|denial of service|take down|flood\w*|overload\w*|hack\w*|lahmleg\w*|hacken|tumba\w*|"
                r"hackear|derrub\w*|pirat\w*)"
            ),
            (
                r"(competitor\w*|website|server|site|system\w*|account\w*|konkurren\w*|webseite|competencia|sitio|"
                r"concurrent\w*|concorrent\w*)"
            ),
        ),
        "Attacking other people's systems is a crime, so no worker will be built for it.",
        "Checking whether your own site is up is fine.",
    ),
)
_COMPILED = tuple(
    (name, tuple(re.compile(rf"\b{pattern}\b") for pattern in patterns), reason, instead)
    for name, patterns, reason, instead in _RULES
)
_GUARDED = frozenset(("credentials", "fraud", "attack", "weapons"))


def refusal(text: str) -> Refusal | None:
    """Why a prompt is refused; None when it is fine."""
    folded = fold(text)
    for name, patterns, reason, instead in _COMPILED:
        if (
            name in _GUARDED
            and _GUARD.search(folded)
            and not re.search(r"\b(every account|proxy|rotat\w*|competitor)\b", folded)
        ):
            continue
        if all(pattern.search(folded) for pattern in patterns):
            return Refusal(reason=reason, instead=instead)
    return None
