# ruff: noqa: E501 - tables and patterns, a line each
"""Words that tell what a clause is about: arrivals, errors, refusals, people, artificial minds, in five languages."""

import re

from workforce.workflow.language.pieces import Piece

ARRIVES = re.compile(
    r"^(arriv\w*|comes?|came|coming|lands?|landed|landing|gets?|appears?|received?|receives|submits?|submitted|submission|fills?|filled|books?|booked|signs?|signed|subscribes?|subscribed|buys?|bought|pays?|paid|"
    r"fails?|failed|failing|happens?|reaches|creates?|created|added|adds?|opens?|opened|published|posts?|posted|uploaded|uploads?|changes?|changed|updated|moved|moves|completed|finished|closed|escalated|cancel\w*|"
    r"reacts?|mentions?|mentioned|registers?|registered|places?|placed|replies|replied|answers?|answered|calls?|called|enters?|entered|drops|merged|assigned|purchases?|writes?|sends?|sent|messages|requests?|marked|won|lost|reached|detected|"
    r"eingeh\w*|eingegangen|ankomm\w*|kommt|kommen|eintrifft|landet|erstellt|angelegt|hinzugefugt|ausgefullt|ausfullt|gebucht|bucht|bestellt|eingereicht|abgeschickt|erscheint|geoffnet|geandert|geschlossen|hochgeladen|"
    r"unterschrieben|bezahlt|eingetragen|veroffentlicht|gewonnen|fehlschlagt|schreibt|meldet|anmeldet|kundigt|reinkommt|hereinkommt|eintragt|"
    r"entre|entra|entran|llega|llegue|llegan|lleguen|crea|cree|creado|creada|reciba|recibe|recibimos|recibo|rellena|rellene|complete|complet\w*|envie|envia|pase|pasa|aparezca|aparece|suba|sube|compra|compre|paga|pague|reserve|reserva|registre|registra|falle|"
    r"gane|cambie|abra|anada|agregue|escriba|"
    r"arrive|arrivent|recoit|recevons|recois|cree|creee|creees|soumet|soumis|remplit|rempli|ajoute\w*|publie\w*|reserve|inscrit|paye|paie|tombe|depose\w*|modifie\w*|change|passe|ouvert\w*|signe\w*|gagne\w*|echoue|"
    r"chegar|chega|chegam|cheguem|entrar|entrou|criado|criada|criar|recebermos|receber|recebe|preencher|preenche|preenchido|enviar|envia|comprar|pagar|agendar|agendado|cadastr\w*|surgir|aparecer|mudar|for|adicionad\w*|aberto|aberta|assinado|postar|escrever|falhar|ganho)$"
)
EVENT_LEADS = (
    "whenever", "when", "every time", "each time", "any time", "anytime", "as soon as", "once", "for every new", "for each new", "for every", "for each", "on every", "on each", "on new", "every new", "each new", "any new", "upon", "after a new",
    "jedes mal wenn", "jedesmal wenn", "immer wenn", "sobald", "wenn", "bei jeder", "bei jedem", "bei jeder neuen", "bei jedem neuen", "bei neuen", "bei neuer", "bei einer neuen", "fur jede neue", "fur jeden neuen", "fur jede", "fur jeden", "jede neue", "jeder neue", "jedes neue",
    "cada vez que", "cuando", "siempre que", "en cuanto", "por cada", "para cada", "cada nuevo", "cada nueva", "al recibir", "al crear",
    "a chaque fois que", "chaque fois que", "des que", "quand", "lorsque", "lorsqu'un", "lorsqu'une", "a chaque", "pour chaque", "a chaque nouvelle", "a chaque nouveau", "chaque nouveau", "chaque nouvelle", "des qu'un", "des qu'une", "quand un", "a la reception", "des reception",
    "sempre que", "toda vez que", "cada vez que", "quando", "assim que", "a cada", "a cada novo", "a cada nova", "para cada novo", "para cada nova", "ao receber",
)  # fmt: skip
NEW = frozenset(
    [
        "new",
        "neue",
        "neuer",
        "neues",
        "neuen",
        "nuevo",
        "nueva",
        "nuevos",
        "nuevas",
        "nouveau",
        "nouvel",
        "nouvelle",
        "nouveaux",
        "nouvelles",
        "novo",
        "nova",
        "novos",
        "novas",
        "incoming",
        "eingehende",
        "eingehenden",
        "entrante",
        "entrantes",
    ]
)
AI = frozenset(
    [
        "ai",
        "ki",
        "ia",
        "llm",
        "gpt",
        "chatgpt",
        "claude",
        "gemini",
        "openai",
        "l'ia",
        "genai",
        "mistral",
        "anthropic",
        "llms",
        "a.i",
        "kunstliche",
        "ml",
    ]
)
ERROR = re.compile(
    r"\b(anything breaks|something breaks|anything fails|something fails|goes wrong|worker (itself )?fails|workflow fails|run fails|it breaks|in case of (an )?(error|failure)|on (error|failure)|if (the )?(worker|workflow|automation|job|run|it) (itself )?(fails|crashes|errors|breaks)|"
    r"errors? (to|go to|should go)|(problems?|issues|failures) (go |should go )?to\b|an error (occurs|happens)|any step fails|any error|"
    r"etwas schief|schiefgeht|schieflauft|schief geht|schief lauft|bei (einem )?fehlern?|im fehlerfall|falls ein fehler|fehler an|fehler (auftritt|auftreten)|etwas nicht klappt|fehlschlagt|fehler bitte|"
    r"algo (falla|sale mal|va mal|falle|fallara)|en caso de (error|fallo)|si falla|si hay (un )?error|errores a|algun paso falla|"
    r"en cas d'?\s?(erreur|echec)|si (quelque chose|ca|cela) (plante|echoue|casse|tourne mal|ne marche pas)|erreurs? a\b|une erreur|quelque chose (plante|echoue|ne va pas)|"
    r"em caso de (erro|falha)|algo (der errado|falhar|quebrar|deu errado)|se (der erro|falhar|algo)|erros? para|caso (de erro|ocorra um erro|algo))"
)
DECLINED = re.compile(
    r"\b(reject\w*|declin\w*|den(y|ied|ies)|refus\w*|not approve\w*|n't approve\w*|doesnt approve|isn't approved|says? no|not ok|not confirm\w*|without approval|disapprov\w*|unapproved|"
    r"abgelehnt\w*|ablehn\w*|lehnt|nicht (genehmig\w*|freigegeben|zustimm\w*|bestatigt)|nein|nicht ok|keine freigabe|"
    r"rechaz\w*|no (aprueb\w*|aprob\w*|es aprobad\w*|lo aprueb\w*|autoriz\w*|acepta\w*|se aprueba)|denegad\w*|dice que no|"
    r"n'approuve pas|n'est pas (approuve|valide)\w*|pas (approuve|valide)\w*|ne valide pas|rejet\w*|dit non|non valide\w*|"
    r"rejeit\w*|reprov\w*|recus\w*|nao (aprov\w*|for aprovad\w*|autoriz\w*)|negad\w*|diz(er)? (que )?nao)\b"
)
APPROVED = re.compile(
    r"\b(approv\w*|accept\w*|confirm\w*|signed off|sign-off|ok'?d|says? yes|green light|go-ahead|after approval|genehmig\w*|freigegeben|freigabe|zugestimmt|bestatig\w*|zustimm\w*|aprob\w*|aprueb\w*|autoriz\w*|visto bueno|"
    r"approuv\w*|valid\w*|accord|aprov\w*)\b"
)
ALL_OF_IT = re.compile(
    r"\b(any of it|do any of|nothing of|stop|don't do|do nothing|skip (it )?all|nichts davon|nicht ausfuhren|no hagas nada|nada de esto|ne fais rien|rien de tout|nao faca nada|nada disso|instead|stattdessen|en su lugar|en vez de|a la place|em vez disso|no lugar)\b"
)
PEOPLE = re.compile(
    r"^(person|people|customer|customers|client|clients|applicant|applicants|candidate|candidates|sender|employee|employees|hire|user|users|subscriber|subscribers|guest|attendee|attendees|lead|requester|reporter|author|owner|buyer|participant|participants|"
    r"winner|member|submitter|respondent|tester|visitor|student|patient|tenant|supplier|vendor|manager|"
    r"kunde|kunden|kundin|bewerber|bewerberin|absender|mitarbeiter|teilnehmer|person|interessent|nutzer|kandidat|kandidaten|besteller|mieter|gast|lieferant|neukunde|"
    r"cliente|clientes|persona|candidato|candidata|remitente|empleado|usuario|solicitante|suscriptor|participante|invitado|comprador|proveedor|contacto|lead|"
    r"personne|candidat|expediteur|salarie|utilisateur|abonne|demandeur|participant|acheteur|fournisseur|employe|prospect|contact|"
    r"pessoa|remetente|funcionario|colaborador|assinante|comprador|fornecedor|inscrito|convidado)$"
)
THEM = frozenset(
    [
        "them",
        "him",
        "her",
        "they",
        "ihm",
        "ihr",
        "ihnen",
        "ihn",
        "les",
        "lui",
        "leur",
        "le",
        "lhe",
        "lhes",
        "ele",
        "ela",
        "ellos",
    ]
)
ME = frozenset(
    [
        "me",
        "myself",
        "mir",
        "mich",
        "me",
        "moi",
        "mim",
        "us",
        "uns",
        "nos",
        "nous",
        "inbox",
        "posteingang",
        "bandeja",
        "boite",
    ]
)
ONE_ONLY = re.compile(
    r"\b(one (single )?(mail|e-mail|email|message|list|digest|summary)|single (mail|e-mail|email|message)|not one per|one only|only one|all in one|in one (mail|email|message)|as (a|one) (list|digest)|"
    r"einer einzigen|eine einzige|einzige (mail|nachricht)|in einer (mail|nachricht|e-mail)|gesammelt|als liste|un solo (correo|mensaje|email)|una sola|en un mismo|un seul (mail|e-mail|message|courriel)|un unico|um unico|uma unica|so um|apenas um|numa unica|em uma unica|unico e-?mail|resumen diario)\b"
)
EACH = re.compile(
    r"\b(post each|each one|one (message|mail|email|e-mail|post|task|ticket|card|row|line|page) (per|for each|for every|each)|per (deal|row|order|ticket|person|item|customer|invoice|line|lead|contact|entry|article|post|issue)|each of them|every one of them|individually|separately|for each|for every|each\b|"
    r"pro (zeile|person|ticket|kunde|rechnung|bestellung|eintrag|mitarbeiter)|je (zeile|person|ticket|eintrag)|jeweils|einzeln|fur jede\w*|jedem|jeder einzelne\w*|"
    r"por (cada|persona|fila|pedido|cliente)|un(a)? (mensaje|correo|tarea) por|para cada|cada un[oa]|a cada|"
    r"par (personne|ligne|commande|client|facture)|pour chaque|chacun\w*|a chaque|un message par|"
    r"por (pessoa|linha|pedido|cliente)|um(a)? (mensagem|email|e-mail|tarefa) por|cada um\w*)\b"
)
WAIT = re.compile(
    r"\b(?:(?:wait|pause|warte?n?|espera\w*|attends?|attendre|aguard\w*|esper\w*)\s+(?:for\s+|\w+\s+)?(?P<n1>\d+|an?|one|two|three|four|five|six|seven|ten|ein\w*|zwei|drei|vier|funf|sechs|sieben|zehn|un[ae]?|dos|tres|cuatro|cinco|seis|siete|deux|trois|quatre|cinq|sept|um|uma|dois|duas|quatro|sete|dez)\s*(?P<u1>minute\w*|hour\w*|day\w*|week\w*|month\w*|minuten?|stunden?|tage?n?|wochen?|monate?n?|minutos?|horas?|dias?|semanas?|mes(?:es)?|minutes?|heures?|jours?|semaines?|mois)"
    r"|(?P<n2>\d+|an?|one|two|three|four|five|six|seven|ten|ein\w*|zwei|drei|vier|funf|sechs|sieben|zehn|un[ae]?|dos|tres|cuatro|cinco|seis|siete|deux|trois|quatre|cinq|sept|um|uma|dois|duas|quatro|sete|dez)\s*(?P<u2>minute\w*|hour\w*|day\w*|week\w*|month\w*|minuten?|stunden?|tage?n?|wochen?|monate?n?|minutos?|horas?|dias?|semanas?|mes(?:es)?|heures?|jours?|semaines?|mois)\s*(?:later|after|afterwards|spater|danach|darauf|despues|mas tarde|plus tard|apres|depois|mais tarde)"
    r"|(?:nach|after|tras|despues de|apres|depois de|apos|pasad[oa]s)\s+(?P<n3>\d+|an?|one|two|three|four|five|six|seven|ten|ein\w*|zwei|drei|vier|funf|sechs|sieben|zehn|un[ae]?|dos|tres|cuatro|cinco|seis|siete|deux|trois|quatre|cinq|sept|um|uma|dois|duas|quatro|sete|dez)\s*(?P<u3>minute\w*|hour\w*|day\w*|week\w*|month\w*|minuten?|stunden?|tage?n?|wochen?|monate?n?|minutos?|horas?|dias?|semanas?|mes(?:es)?|heures?|jours?|semaines?|mois))"
)
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "ein": 1, "eine": 1, "einen": 1, "einer": 1, "einem": 1, "un": 1, "una": 1, "une": 1, "um": 1, "uma": 1, "two": 2, "zwei": 2, "dos": 2, "deux": 2, "dois": 2, "duas": 2,
    "three": 3, "drei": 3, "tres": 3, "trois": 3, "four": 4, "vier": 4, "cuatro": 4, "quatre": 4, "quatro": 4, "five": 5, "funf": 5, "cinco": 5, "cinq": 5, "six": 6, "sechs": 6, "seis": 6,
    "seven": 7, "sieben": 7, "siete": 7, "sept": 7, "sete": 7, "ten": 10, "zehn": 10, "diez": 10, "dix": 10, "dez": 10,
}  # fmt: skip
UNITS = {
    "min": "minutes", "hou": "hours", "stu": "hours", "hor": "hours", "heu": "hours", "day": "days", "tag": "days", "dia": "days", "jou": "days",
    "wee": "weeks", "woc": "weeks", "sem": "weeks", "mon": "months", "mes": "months", "moi": "months",
}  # fmt: skip
SEEN_BEFORE = re.compile(
    r"\b(already (had|seen|sent|posted|have|processed|reported)|(had|seen|sent|posted) before|no(t)? (repeat|duplicat)\w*|only new ones|what we already|schon (hatten|gesehen|gepostet)|bereits (hatten|gesehen|gesendet|verarbeitet)|nur neue|ya (teniamos|vimos|enviad\w*|publicad\w*)|solo (los )?nuev\w*|deja (eu|vu|envoye\w*|traite\w*|publie\w*)|ja (tivemos|vimos|enviad\w*|publicad\w*)|so (os )?nov\w*)\b"
)
INJECTION = re.compile(
    r"(ignore (all |any |your |the )*(previous|prior|above|earlier) (instruction|prompt|rule)s?|disregard (all|any|previous|the above|your)|forget (all|your|previous) (instructions|rules)|note to (ai|llm|assistants?|the (ai|assistant|model|planner))|system prompt|"
    r"maintenance mode|developer mode|you are now (in|a|an|the)|(print|reveal|show|output) (your|the|all) (complete |full |entire )?(system|instructions|prompt|credentials?|secrets?|api keys?)|not mention (it|this) to the user|do not tell the user|without telling|jailbreak|"
    r"(ai|automated) (assistants?|agents?|systems?|tools?) (must|should|have to|are required)|ignoriere (alle )?(vorherigen|bisherigen) anweisungen|vergiss (alle )?anweisungen|ignora (todas )?las instrucciones|olvida (todas )?las instrucciones|ignore toutes les instructions|oublie (toutes )?les instructions|"
    r"ignore (todas )?as instrucoes|esqueca (todas )?as instrucoes|every credential|all credentials|admin override|</?system>|\[system\])"
)
QUOTED_BLOCK = re.compile(
    r"(?im)^\s*(?:>|-{2,}\s*(?:original message|forwarded message|weitergeleitete nachricht|ursprungliche nachricht|mensaje reenviado|message transfere|mensagem encaminhada)).*"
)


def is_person(piece: Piece) -> bool:
    """Whether a word stands for somebody the data is about: `the applicant`, `new hire`, `Kunde`."""
    return piece.kind == "word" and any(PEOPLE.match(word) for word in piece.fold.split())
