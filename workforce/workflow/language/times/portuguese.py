"""Portuguese time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

_DAYS = ("domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado")
_NAMES = ("domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado")
_SHORT = {"dom": 0, "seg": 1, "ter": 2, "qua": 3, "qui": 4, "sex": 5, "sab": 6, "sáb": 6}
_MONTHS = ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro")
_NUMBERS = {"um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12,
            "quinze": 15, "vinte": 20, "trinta": 30, "quarenta e cinco": 45, "sessenta": 60, "noventa": 90}  # fmt: skip
_ORDINALS = {"primeiro": 1, "primeira": 1, "segundo": 2, "segunda": 2, "terceiro": 3, "terceira": 3, "quarto": 4, "quarta": 4, "quinto": 5, "quinta": 5}
_UNITS = {
    ("seconds", 1): ("segundo", "segundos", "seg"), ("minutes", 1): ("minuto", "minutos", "min", "mins"), ("hours", 1): ("hora", "horas", "hs"),
    ("minutes", 30): ("meia hora", "meia-hora"), ("minutes", 15): ("quarto de hora",), ("days", 1): ("dia", "dias"), ("weeks", 1): ("semana", "semanas"), ("weeks", 2): ("quinzena", "quinzenas"),
    ("months", 1): ("mês", "meses"), ("months", 2): ("bimestre", "bimestres"), ("months", 3): ("trimestre", "trimestres"), ("months", 6): ("semestre", "semestres"), ("months", 12): ("ano", "anos"),
}  # fmt: skip
_RHYTHMS = {
    "diariamente": ("days", 1, 1), "diário": ("days", 1, 1), "dia sim, dia não": ("days", 2, 1), "dia sim dia não": ("days", 2, 1), "dias alternados": ("days", 2, 1), "semanalmente": ("weeks", 1, 1),
    "quinzenalmente": ("weeks", 2, 1), "a cada quinze dias": ("weeks", 2, 1), "a cada 15 dias": ("weeks", 2, 1), "semana sim, semana não": ("weeks", 2, 1), "semana sim semana não": ("weeks", 2, 1),
    "mensalmente": ("months", 1, 1), "bimestralmente": ("months", 2, 1), "trimestralmente": ("months", 3, 1), "semestralmente": ("months", 6, 1), "anualmente": ("months", 12, 1),
    "de hora em hora": ("hours", 1, 1), "de meia em meia hora": ("minutes", 30, 1), "24 horas por dia": ("hours", 1, 1),
}  # fmt: skip
_ADJECTIVES = {"diário": ("days", 1, 1), "diária": ("days", 1, 1), "diários": ("days", 1, 1), "diárias": ("days", 1, 1), "semanal": ("weeks", 1, 1), "semanais": ("weeks", 1, 1),
               "quinzenal": ("weeks", 2, 1), "quinzenais": ("weeks", 2, 1), "mensal": ("months", 1, 1), "mensais": ("months", 1, 1), "bimestral": ("months", 2, 1), "trimestral": ("months", 3, 1),
               "trimestrais": ("months", 3, 1), "semestral": ("months", 6, 1), "anual": ("months", 12, 1), "anuais": ("months", 12, 1), "horário": ("hours", 1, 1)}  # fmt: skip
_WEEKDAYS = (
    {day: (n, False) for n, day in enumerate(_DAYS)} | {day: (n, False) for n, day in enumerate(_NAMES)}
    | {name + "s": (n, True) for n, name in enumerate(_NAMES)} | {f"{name}s-feiras": (n, True) for n, name in enumerate(_NAMES)}
    | {f"{name} feira": (n, False) for n, name in enumerate(_NAMES)} | {f"{n}ª-feira": (n - 1, False) for n in range(2, 7)} | {f"{n}ª feira": (n - 1, False) for n in range(2, 7)}
)  # fmt: skip

PORTUGUESE = Vocabulary(
    code="pt",
    ordinal_marks=("o", "a", "º", "ª"),
    known=frozenset({"todos", "todas", "todo", "cada", "marco", "secunda", "horario", "manha", "minutas"}),
    senses={
        "every": dict.fromkeys(("cada", "a cada", "todo", "toda", "todos os", "todas as", "todo o", "toda a", "todos", "todas", "em todo", "em toda", "de cada", "em cada", "todo santo"), True),
        "habit": dict.fromkeys(("às", "nas", "aos", "nos", "as", "os", "sempre às", "sempre nas", "sempre"), True),
        "number": _NUMBERS, "ordinal": _ORDINALS,
        "last": dict.fromkeys(("último", "última", "últimos", "últimas"), True),
        "other": {"duas": 2, "dois": 2, "segundo": 2},
        "unit": {word: unit for unit, words in _UNITS.items() for word in words},
        "weekday": _WEEKDAYS, "shortday": _SHORT,
        "workdays": {"dias úteis": True, "dia útil": False, "dias de semana": True, "dia de semana": False, "durante a semana": True, "dias da semana": True, "dia da semana": False,
                     "dias de trabalho": True, "dia de trabalho": False},
        "workday": dict.fromkeys(("dia útil", "dia de trabalho"), True),
        "businesshours": dict.fromkeys(("horário comercial", "horário de expediente", "expediente", "horário de trabalho", "o horário comercial", "o expediente"), True),
        "weekend": {"fim de semana": False, "fins de semana": True, "final de semana": False, "finais de semana": True, "aos fins de semana": True, "nos fins de semana": True},
        "month": {month: n for n, month in enumerate(_MONTHS, 1)},
        "part": {"manhã": "morning", "manhãs": "morning", "da manhã": "morning", "de manhã": "morning", "pela manhã": "morning", "tarde": "afternoon", "tardes": "afternoon",
                 "da tarde": "afternoon", "de tarde": "afternoon", "à tarde": "afternoon", "noite": "evening", "noites": "evening", "da noite": "evening", "de noite": "evening", "à noite": "evening",
                 "madrugada": "night", "da madrugada": "night", "de madrugada": "night", "meio-dia": "noon", "meio dia": "noon", "meia-noite": "midnight", "meia noite": "midnight"},
        "partly": {"pelas manhãs": "morning", "à noite": "evening", "de madrugada": "night"},
        "adverb": _RHYTHMS, "adjective": _ADJECTIVES, "count": {},
        "times": {"vezes": True, "vez": True, "x": True},
        "per": dict.fromkeys(("por", "ao", "à", "a cada", "cada", "na", "no", "/", "a"), True),
        "meridiem": {"am": "am", "pm": "pm"},
        "oclock": {"h": True, "horas": True, "hs": True, "hora": True, "em ponto": True, "horas em ponto": True},
        "after_hour": {"e meia": 30, "e quinze": 15, "e trinta": 30, "e dez": 10, "e vinte": 20, "e quarenta e cinco": 45},
        "at": dict.fromkeys(("às", "as", "à", "ao", "por volta das", "a partir das", "lá pelas", "desde as", "pelas", "sempre às", "cerca das"), True),
        "on": dict.fromkeys(("no", "na", "nos", "nas", "em", "o", "ao", "aos"), True),
        "dayword": {"dia": True, "dias": True},
        "of": dict.fromkeys(("de", "do", "da", "de cada", "em", "por", "no", "na", "de todo", "ao", "de todos os", "a cada"), True),
        "and": dict.fromkeys(("e", "&", "+", "/", "bem como", "e também", "e depois", "ou", "e às", "e as"), True),
        "to": dict.fromkeys(("a", "até", "-", "–", "—", "e", "às", "até as", "até às", "à", "e as", "e às", "ao"), True),
        "between": dict.fromkeys(("entre", "entre as", "das", "de", "desde", "durante"), True),
        "from": {"de": True, "das": True},
        "except": dict.fromkeys(("exceto", "exceto aos", "menos", "menos aos", "salvo", "mas não aos", "mas não", "fora", "exceto no", "tirando", "sem", "com exceção de", "exceto na", "exceto às",
                                 "menos no", "menos na", "não aos"), True),
        "only": dict.fromkeys(("só", "somente", "apenas", "mas só", "mas somente", "mas apenas", "só nos", "mas só nos", "mas apenas nos", "apenas nos", "unicamente", "mas só aos", "só aos"), True),
        "the": dict.fromkeys(("o", "a", "os", "as"), True),
        "begin": dict.fromkeys(("início", "começo"), True),
        "end": dict.fromkeys(("fim", "final", "fechamento"), True),
        "edge": {"fim de mês": ("end", 1), "fim do mês": ("end", 1), "final do mês": ("end", 1), "final de mês": ("end", 1), "virada do mês": ("begin", 1), "início do mês": ("begin", 1),
                 "começo do mês": ("begin", 1), "fim de trimestre": ("end", 3), "fim do trimestre": ("end", 3), "final do trimestre": ("end", 3), "fim do ano": ("end", 12)},
        "correct": dict.fromkeys(("não desculpa", "não, desculpa", "desculpa", "desculpe", "quer dizer", "quero dizer", "ou melhor", "melhor", "não espera", "aliás", "na verdade", "não", "digo",
                                  "não, melhor", "corrigindo", "perdão", "opa"), True),
        "filler": dict.fromkeys(("por favor", "em ponto", "sempre", "automaticamente", "o", "a", "os", "as", "mais ou menos", "de", "do", "da", "em", "no", "na", "hora", "também", "basta",
                                 "exatamente", "durante", "cerca de", "dia", "já basta"), True),
        "make": dict.fromkeys(("envie", "enviar", "envia", "mande", "mandar", "manda", "crie", "criar", "cria", "prepare", "preparar", "gere", "gerar", "faça", "fazer", "publique", "publicar",
                               "escreva", "preciso", "quero", "queremos", "um", "uma", "receber"), True),
        "previous": dict.fromkeys(("passado", "passada", "último", "última", "últimos", "últimas", "os últimos", "as últimas", "dos últimos", "das últimas", "nos últimos", "nas últimas", "anterior"), True),
        "next": dict.fromkeys(("próximo", "próxima", "próximos", "próximas", "os próximos", "as próximas", "nos próximos", "nas próximas", "seguinte"), True),
        "this": dict.fromkeys(("este", "esta", "esse", "essa", "deste", "desta", "dessa", "desse", "atual", "nesta"), True),
        "behind": {"passado": -1, "passada": -1, "anterior": -1, "que vem": 1, "seguinte": 1, "atual": 0, "corrente": 0},
        "day_shift": {"ontem": -1, "de ontem": -1, "hoje": 0, "de hoje": 0, "amanhã": 1, "de amanhã": 1, "anteontem": -2, "depois de amanhã": 2, "dia anterior": -1, "do dia anterior": -1, "no dia anterior": -1},
        "agobefore": {"há": True, "faz": True}, "ago": {"atrás": True, "antes": True},
        "within": dict.fromkeys(("dentro de", "em menos de", "em até", "menos de", "mais de", "pelo menos", "no máximo", "no prazo de"), True),
        "older": dict.fromkeys(("há mais de", "mais de", "com mais de"), True),
        "for": dict.fromkeys(("durante", "por"), True),
        "wait": dict.fromkeys(("espere", "esperar", "espera", "aguarde", "aguardar", "após", "depois de"), True),
        "later": dict.fromkeys(("depois", "mais tarde", "depois disso", "após isso"), True),
        "before": dict.fromkeys(("antes de", "antes das", "até", "até as", "até às"), True), "after": dict.fromkeys(("depois de", "depois das", "desde", "após", "após as"), True),
        "ahead": {"em": True, "daqui a": True},
        "zonebefore": dict.fromkeys(("fuso de", "fuso", "fuso horário", "fuso horário de", "fuso horário:", "fuso do", "fuso da", "horário de", "horário do", "horário da", "hora de", "hora do", "hora da",
                                     "estamos em", "estou em", "ficamos em", "moramos em", "trabalhamos em", "escritório em", "nosso escritório fica em", "hora local de", "somos de", "estamos no",
                                     "horário", "baseados em", "estamos na"), True),
        "zoneafter": dict.fromkeys(("time", "hora local"), True),
    },
)  # fmt: skip


def _which_day(which: int, day: int) -> str:
    if day in {0, 6}:  # Sunday and Saturday are masculine
        return f"no {('primeiro', 'segundo', 'terceiro', 'quarto', 'último')[which]} {_DAYS[day]} de cada mês"
    return f"na {('primeira', 'segunda', 'terceira', 'quarta', 'última')[which]} {_DAYS[day]} de cada mês"


PORTUGUESE_SAID = Said(
    every_day="todos os dias", weekdays="todos os dias úteis", weekend="aos sábados e domingos", every="toda semana, {},", days=_DAYS, months=_MONTHS,
    conjunction=" e ", at="às {}", between="entre as {} e as {}",
    units={"seconds": ("a cada segundo", "a cada {} segundos"), "minutes": ("a cada minuto", "a cada {} minutos"), "hours": ("a cada hora", "a cada {} horas"),
           "days": ("a cada dia", "a cada {} dias"), "weeks": ("a cada semana", "a cada {} semanas"), "months": ("a cada mês", "a cada {} meses")},
    on_days=", {}", month_days="no dia {} de cada mês", on_month_day="no dia {}", year_day="todo ano em {day} de {month}",
    quarter_start="no primeiro dia de cada trimestre", quarter_end="no último dia de cada trimestre", ordinal=str,
    only={"last_working_day": "no último dia útil de cada mês", "first_working_day": "no primeiro dia útil de cada mês", "last_day_of_month": "no último dia de cada mês"},
    nth=_which_day, cron="pela regra cron {}", of_quarter=("de cada mês", "de cada trimestre"),
    sentences={
        "time": "às {time}, já que nenhuma hora foi dita", "weekday": "na segunda-feira, já que nenhum dia foi dito", "month_day": "no dia 1 do mês, já que nenhum dia foi dito",
        "every_day": "todos os dias, já que nenhum dia foi dito", "spread": "distribuído igualmente no período", "holidays": "feriados não são considerados",
        "business_hours": "o horário comercial é de segunda a sexta, das 09:00 às 17:00", "last_run": "a última execução do dia é às {time}",
        "nearest": "{words}, o ritmo mais próximo que o n8n consegue manter",
        "once": "um worker se repete: ele rodaria todo ano nessa data. Pause-o depois se for só uma vez", "missing_days": "meses sem dia {day} são pulados",
        "clash": "“{first}” e “{second}” não combinam", "count": "“{first}” não combina com {number} vezes", "only": "um worker segue uma só condição de calendário; as outras precisam de outro worker",
    },
)  # fmt: skip
