"""Words that tell what a clause is about: arrivals, errors, refusals, people, artificial minds, in five languages."""

import re

from workforce.workflow.language.pieces import Piece
from workforce.workflow.language.words import phrases, word_set

ARRIVES = re.compile(
    r"^(unsubscrib\w*|comments?|commented|leaves?|left|joins?|joined|cancell?s|declines?|declined|expires?|expired|"
    r"refunds?|refunded|dropped|shows?|pops?|stars|starred|disputed|absagt|abgesagt|storniert|austritt|kommentiert|"
    r"coment[ae]\w*|cancel[ae]|abandon\w*|comment[ae]\w*|annule\w*|desinscri\w*|caia|cai|caiga|publique|comente|"
    r"arriv\w*|comes?|came|coming|lands?|landed|landing|gets?|appears?|received?|receives|submits?|submitted|"
    r"submission|fills?|filled|books?|booked|signs?|signed|subscribes?|subscribed|buys?|bought|pays?|paid|"
    r"fails?|failed|failing|happens?|reaches|creates?|created|added|adds?|opens?|opened|published|posts?|"
    r"posted|uploaded|uploads?|changes?|changed|updated|moved|moves|completed|finished|closed|escalated|"
    r"cancel\w*|"
    r"reacts?|mentions?|mentioned|registers?|registered|places?|placed|replies|replied|answers?|answered|"
    r"calls?|called|enters?|entered|drops|merged|assigned|purchases?|writes?|sends?|sent|messages|requests?|"
    r"marked|won|lost|reached|detected|"
    r"eingeh\w*|eingegangen|ankomm\w*|kommt|kommen|eintrifft|landet|erstellt|angelegt|hinzugefugt|ausgefullt|"
    r"ausfullt|gebucht|bucht|bestellt|eingereicht|abgeschickt|erscheint|geoffnet|geandert|geschlossen|"
    r"hochgeladen|"
    r"unterschrieben|bezahlt|eingetragen|veroffentlicht|gewonnen|fehlschlagt|schreibt|meldet|anmeldet|kundigt|"
    r"reinkommt|hereinkommt|eintragt|"
    r"entre|entra|entran|llega|llegue|llegan|lleguen|crea|cree|creado|creada|reciba|recibe|recibimos|recibo|"
    r"rellena|rellene|complete|complet\w*|envie|envia|pase|pasa|aparezca|aparece|suba|sube|compra|compre|paga|"
    r"pague|reserve|reserva|registre|registra|falle|"
    r"gane|cambie|abra|anada|agregue|escriba|"
    r"arrive|arrivent|recoit|recevons|recois|cree|creee|creees|soumet|soumis|remplit|rempli|ajoute\w*|"
    r"publie\w*|reserve|inscrit|paye|paie|tombe|depose\w*|modifie\w*|change|passe|ouvert\w*|signe\w*|gagne\w*|"
    r"echoue|"
    r"chegar|chega|chegam|cheguem|entrar|entrou|criado|criada|criar|recebermos|receber|recebe|preencher|"
    r"preenche|preenchido|enviar|envia|comprar|pagar|agendar|agendado|cadastr\w*|surgir|aparecer|mudar|for|"
    r"adicionad\w*|aberto|aberta|assinado|postar|escrever|falhar|ganho)$"
)
EVENT_LEADS = phrases(
    "bei_eingang bei_erhalt nach_eingang on_receipt_of upon_receipt_of whenever when every_time each_time "
    "any_time anytime as_soon_as once for_every_new for_each_new for_every "
    "for_each on_every on_each on_new every_new each_new any_new upon after_a_new jedes_mal_wenn "
    "jedesmal_wenn immer_wenn sobald wenn bei_jeder bei_jedem bei_jeder_neuen bei_jedem_neuen bei_neuen "
    "bei_neuer bei_einer_neuen fur_jede_neue fur_jeden_neuen fur_jede fur_jeden jede_neue jeder_neue "
    "jedes_neue cada_vez_que cuando siempre_que en_cuanto por_cada para_cada cada_nuevo cada_nueva al_recibir "
    "al_crear a_chaque_fois_que chaque_fois_que des_que quand lorsque lorsqu'un lorsqu'une a_chaque "
    "pour_chaque a_chaque_nouvelle a_chaque_nouveau chaque_nouveau chaque_nouvelle des_qu'un des_qu'une "
    "quand_un a_la_reception des_reception sempre_que toda_vez_que cada_vez_que quando assim_que a_cada "
    "a_cada_novo a_cada_nova para_cada_novo para_cada_nova ao_receber"
)
NEW = word_set(
    "new neue neuer neues neuen nuevo nueva nuevos nuevas nouveau nouvel nouvelle nouveaux nouvelles novo "
    "nova novos novas incoming eingehende eingehenden entrante entrantes"
)
AI = word_set("ai ki ia llm gpt chatgpt claude gemini openai l'ia genai mistral anthropic llms a.i kunstliche ml")
ERROR = re.compile(
    r"\b(anything breaks|something breaks|anything fails|something fails|goes wrong|worker (itself )?fails|"
    r"workflow fails|run fails|it breaks|in case of (an )?(error|failure)|on (error|failure)|if (the )?(worker|"
    r"workflow|automation|job|run|it) (itself )?(fails|crashes|errors|breaks)|"
    r"errors? (to|go to|should go)|(problems?|failures) (go |should go )?to\b|"
    r"issues (go|should go) to\b|an error (occurs|happens)|"
    r"any step fails|any error|"
    r"(worker|workflow|automation|bot|flow|job) (itself )?(fails|failed|crashes|breaks|stops|dies|has an error|"
    r"has a problem)|"
    r"(flujo|flux|fluxo|worker|workflow|automatisierung|ablauf) (falla|falle|echoue|plante|falha|falhar|"
    r"abbricht|scheitert)|"
    r"etwas schief|schiefgeht|schieflauft|schief geht|schief lauft|bei (einem )?fehlern?|im fehlerfall|"
    r"falls ein fehler|fehler an|fehler (auftritt|auftreten)|etwas nicht klappt|fehlschlagt|fehler bitte|"
    r"algo (falla|sale mal|va mal|falle|fallara)|en caso de (error|fallo)|si falla|si hay (un )?error|"
    r"errores a|algun paso falla|"
    r"en cas d'?\s?(erreur|echec)|si (quelque chose|ca|cela) (plante|echoue|casse|tourne mal|ne marche pas)|"
    r"erreurs? a\b|une erreur|quelque chose (plante|echoue|ne va pas)|"
    r"em caso de (erro|falha)|algo (der errado|falhar|quebrar|deu errado)|se (der erro|falhar|algo)|"
    r"erros? para|caso (de erro|ocorra um erro|algo))"
)
DECLINED = re.compile(
    r"\b(reject\w*|declin\w*|den(y|ied|ies)|refus\w*|not approve\w*|n't approve\w*|doesnt approve|"
    r"isn't approved|says? no|not ok|not confirm\w*|without approval|disapprov\w*|unapproved|"
    r"abgelehnt\w*|ablehn\w*|lehnt|nicht (genehmig\w*|freigegeben|zustimm\w*|bestatigt)|nein|nicht ok|keine freigabe|"
    r"rechaz\w*|no (aprueb\w*|aprob\w*|es aprobad\w*|lo aprueb\w*|autoriz\w*|acepta\w*|se aprueba)|denegad\w*|"
    r"dice que no|"
    r"n'approuve pas|n'est pas (approuve|valide)\w*|pas (approuve|valide)\w*|ne valide pas|rejet\w*|dit non|"
    r"non valide\w*|"
    r"rejeit\w*|reprov\w*|recus\w*|nao (aprov\w*|for aprovad\w*|autoriz\w*)|negad\w*|diz(er)? (que )?nao)\b"
)
APPROVED = re.compile(
    r"\b(approv\w*|accept\w*|confirm\w*|signed off|sign-off|ok'?d|says? yes|green light|go-ahead|"
    r"after approval|genehmig\w*|freigegeben|freigabe|zugestimmt|bestatig\w*|zustimm\w*|aprob\w*|aprueb\w*|"
    r"autoriz\w*|visto bueno|"
    r"approuv\w*|valid\w*|accord|aprov\w*)\b"
)
ALL_OF_IT = re.compile(
    r"\b(any of it|do any of|nothing of|stop|don't do|do nothing|skip (it )?all|nichts davon|nicht ausfuhren|"
    r"no hagas nada|nada de esto|ne fais rien|rien de tout|nao faca nada|nada disso|instead|stattdessen|"
    r"en su lugar|en vez de|a la place|em vez disso|no lugar)\b"
)
PEOPLE = re.compile(
    r"^(leaver|leavers|joiner|joiners|starter|newcomer|approver|recipient|person|people|customer|customers|"
    r"client|clients|applicant|applicants|candidate|candidates|sender|"
    r"employee|employees|hire|user|users|subscriber|subscribers|guest|attendee|attendees|lead|requester|"
    r"reporter|author|owner|buyer|participant|participants|"
    r"winner|member|submitter|respondent|tester|visitor|student|patient|tenant|supplier|vendor|manager|"
    r"kunde|kunden|kundin|bewerber|bewerberin|absender|mitarbeiter|teilnehmer|person|interessent|nutzer|"
    r"kandidat|kandidaten|besteller|mieter|gast|lieferant|neukunde|"
    r"cliente|clientes|persona|candidato|candidata|remitente|empleado|usuario|solicitante|suscriptor|"
    r"participante|invitado|comprador|proveedor|contacto|lead|"
    r"personne|candidat|expediteur|salarie|utilisateur|abonne|demandeur|participant|acheteur|fournisseur|"
    r"employe|prospect|contact|"
    r"pessoa|remetente|funcionario|colaborador|assinante|comprador|fornecedor|inscrito|convidado)$"
)
THEM = word_set("them him her they ihm ihr ihnen ihn les lui leur le lhe lhes ele ela ellos")
ME = word_set("me myself mir mich moi mim us uns nos nous inbox posteingang bandeja boite")
ONE_ONLY = re.compile(
    r"\b(one (single )?(mail|e-mail|email|message|list|digest|summary)|single (mail|e-mail|email|message)|"
    r"not one per|one only|only one|all in one|in one (mail|email|message)|as (a|one) (list|digest)|"
    r"einer einzigen|eine einzige|einzige (mail|nachricht)|in einer (mail|nachricht|e-mail)|gesammelt|"
    r"als liste|un solo (correo|mensaje|email)|una sola|en un mismo|un seul (mail|e-mail|message|courriel)|"
    r"un unico|um unico|uma unica|so um|apenas um|numa unica|em uma unica|unico e-?mail|resumen diario)\b"
)
EACH = re.compile(
    r"\b(post each|each one|one (message|mail|email|e-mail|post|task|ticket|card|row|line|page) (per|for each|"
    r"for every|each)|per (deal|row|order|ticket|person|item|customer|invoice|line|lead|contact|entry|article|"
    r"post|issue)|each of them|every one of them|individually|separately|for each|for every|each\b|"
    r"pro (zeile|person|ticket|kunde|rechnung|bestellung|eintrag|mitarbeiter)|je (zeile|person|ticket|eintrag)|"
    r"jeweils|einzeln|fur jede\w*|jedem|jeder einzelne\w*|"
    r"por (cada|persona|fila|pedido|cliente)|un(a)? (mensaje|correo|tarea) por|para cada|cada un[oa]|a cada|"
    r"par (personne|ligne|commande|client|facture)|pour chaque|chacun\w*|a chaque|un message par|"
    r"por (pessoa|linha|pedido|cliente)|um(a)? (mensagem|email|e-mail|tarefa) por|cada um\w*)\b"
)
WAIT = re.compile(
    r"\b(?:(?:wait|pause|warte?n?|espera\w*|attends?|attendre|aguard\w*|esper\w*)\s+(?:for\s+|"
    r"\w+\s+)?(?P<n1>\d+|an?|one|two|three|four|five|six|seven|ten|ein\w*|zwei|drei|vier|funf|sechs|sieben|"
    r"zehn|un[ae]?|dos|tres|cuatro|cinco|seis|siete|deux|trois|quatre|cinq|sept|um|uma|dois|duas|quatro|sete|"
    r"dez)\s*(?P<u1>minute\w*|hour\w*|day\w*|week\w*|month\w*|minuten?|stunden?|tage?n?|wochen?|monate?n?|"
    r"minutos?|horas?|dias?|semanas?|mes(?:es)?|minutes?|heures?|jours?|semaines?|mois)"
    r"|(?P<n2>\d+|an?|one|two|three|four|five|six|seven|ten|ein\w*|zwei|drei|vier|funf|sechs|sieben|zehn|"
    r"un[ae]?|dos|tres|cuatro|cinco|seis|siete|deux|trois|quatre|cinq|sept|um|uma|dois|duas|quatro|sete|"
    r"dez)\s*(?P<u2>minute\w*|hour\w*|day\w*|week\w*|month\w*|minuten?|stunden?|tage?n?|wochen?|monate?n?|"
    r"minutos?|horas?|dias?|semanas?|mes(?:es)?|heures?|jours?|semaines?|mois)\s*(?:later|after|afterwards|"
    r"spater|danach|darauf|despues|mas tarde|plus tard|apres|depois|mais tarde)"
    r"|(?:nach|after|tras|despues de|apres|depois de|apos|pasad[oa]s)\s+(?P<n3>\d+|an?|one|two|three|four|five|"
    r"six|seven|ten|ein\w*|zwei|drei|vier|funf|sechs|sieben|zehn|un[ae]?|dos|tres|cuatro|cinco|seis|siete|deux|"
    r"trois|quatre|cinq|sept|um|uma|dois|duas|quatro|sete|dez)\s*(?P<u3>minute\w*|hour\w*|day\w*|week\w*|"
    r"month\w*|minuten?|stunden?|tage?n?|wochen?|monate?n?|minutos?|horas?|dias?|semanas?|mes(?:es)?|heures?|"
    r"jours?|semaines?|mois))"
)
_COUNTED = {
    1: "a an one ein eine einen einer einem un una une um uma",
    2: "two zwei dos deux dois duas",
    3: "three drei tres trois",
    4: "four vier cuatro quatre quatro",
    5: "five funf cinco cinq",
    6: "six sechs seis",
    7: "seven sieben siete sept sete",
    10: "ten zehn diez dix dez",
}
NUMBERS = {word: number for number, words in _COUNTED.items() for word in words.split()}
_SPANS = {
    "minutes": "min",
    "hours": "hou stu hor heu",
    "days": "day tag dia jou",
    "weeks": "wee woc sem",
    "months": "mon mes moi",
}
UNITS = {start: unit for unit, starts in _SPANS.items() for start in starts.split()}
SEEN_BEFORE = re.compile(
    r"\b(already (had|seen|sent|posted|have|processed|reported)|(had|seen|sent|posted) before|no(t)? (repeat|"
    r"duplicat)\w*|only new ones|what we already|schon (hatten|gesehen|gepostet)|bereits (hatten|gesehen|"
    r"gesendet|verarbeitet)|nur neue|ya (teniamos|vimos|enviad\w*|publicad\w*)|solo (los )?nuev\w*|deja (eu|vu|"
    r"envoye\w*|traite\w*|publie\w*)|ja (tivemos|vimos|enviad\w*|publicad\w*)|so (os )?nov\w*)\b"
)
INJECTION = re.compile(
    r"(ignore (all |any |your |the )*(previous|prior|above|earlier) (instruction|prompt|rule)s?|disregard (all|"
    r"any|previous|the above|your)|forget (all|your|previous) (instructions|rules)|note to (ai|llm|assistants?|"
    r"the (ai|assistant|model|planner))|system prompt|"
    r"maintenance mode|developer mode|you are now (in|a|an|the)|(print|reveal|show|output) (your|the|"
    r"all) (complete |full |entire )?(system|instructions|prompt|credentials?|secrets?|api keys?)|"
    r"not mention (it|this) to the user|do not tell the user|without telling|jailbreak|"
    r"(the |this |any |all )?(ai|automated|assistants?|bots?|agents?|planner|llm) ?(assistants?|agents?|"
    r"systems?|tools?|bots?|"
    r"reading this|model)? (must|should|shall|has to|have to|needs? to|are required|is required)( also|"
    r" now)? (?!be (asked|told|able))|"
    r"hide (this|that|it|the|these) .{0,30}(from|to) (the )?(user|manager|customer|human|person)|system notice|"
    r"(do not|don't|never) (tell|mention|show|inform|reveal)|note (for|to) (the )?(ai|llm|bot|assistant|planner|model)|"
    r"ignoriere (alle )?(vorherigen|bisherigen) anweisungen|vergiss (alle )?anweisungen|"
    r"ignora (todas )?las instrucciones|olvida (todas )?las instrucciones|ignore toutes les instructions|"
    r"oublie (toutes )?les instructions|"
    r"ignore (todas )?as instrucoes|esqueca (todas )?as instrucoes|every credential|all credentials|"
    r"admin override|</?system>|\[system\])"
)
QUOTED_BLOCK = re.compile(
    r"(?im)^\s*(?:>|[-_=*]{2,}\s*(?:forwarded\b[^\n]*|weitergeleitet\b[^\n]*|reenviado\b[^\n]*|transf[ée]r[ée]\b[^\n]*|"
    r"encaminhad[oa]\b[^\n]*|begin (?:forwarded|quoted)[^\n]*|original message|forwarded message|"
    r"weitergeleitete nachricht|"
    r"ursprungliche nachricht|mensaje reenviado|message transfere|mensagem encaminhada)).*"
)


def is_person(piece: Piece) -> bool:
    """Whether a word stands for somebody the data is about: `the applicant`, `new hire`, `Kunde`."""
    return piece.kind == "word" and any(PEOPLE.match(word) for word in piece.fold.split())
