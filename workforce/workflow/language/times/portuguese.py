"""Portuguese time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

_MONTHS = (
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
)

PORTUGUESE = Vocabulary(
    code="pt",
    ordinal_marks=("o", "a", "º", "ª"),
    known=frozenset(["cada", "horario", "manha", "marco", "minutas", "secunda", "todas", "todo", "todos"]),
    senses={
        "every": {
            True: (
                "cada | a cada | todo | toda | todos os | todas as | todo o | toda a | todos | todas | em todo | em "
                "toda | de cada | em cada | todo santo"
            ),
        },
        "habit": {
            True: "às | nas | aos | nos | as | os | sempre às | sempre nas | sempre",
        },
        "number": {
            1: "um | uma",
            2: "dois | duas",
            3: "três",
            4: "quatro",
            5: "cinco",
            6: "seis",
            7: "sete",
            8: "oito",
            9: "nove",
            10: "dez",
            11: "onze",
            12: "doze",
            15: "quinze",
            20: "vinte",
            30: "trinta",
            45: "quarenta e cinco",
            60: "sessenta",
            90: "noventa",
        },
        "ordinal": {
            1: "primeiro | primeira",
            2: "segundo | segunda",
            3: "terceiro | terceira",
            4: "quarto | quarta",
            5: "quinto | quinta",
        },
        "last": {
            True: "último | última | últimos | últimas",
        },
        "other": {
            2: "duas | dois | segundo",
        },
        "unit": {
            ("seconds", 1): "segundo | segundos | seg",
            ("minutes", 1): "minuto | minutos | min | mins",
            ("hours", 1): "hora | horas | hs",
            ("minutes", 30): "meia hora | meia-hora",
            ("minutes", 15): "quarto de hora",
            ("days", 1): "dia | dias",
            ("weeks", 1): "semana | semanas",
            ("weeks", 2): "quinzena | quinzenas",
            ("months", 1): "mês | meses",
            ("months", 2): "bimestre | bimestres",
            ("months", 3): "trimestre | trimestres",
            ("months", 6): "semestre | semestres",
            ("months", 12): "ano | anos",
        },
        "weekday": {
            (0, False): "domingo | domingo feira",
            (1, False): "segunda-feira | segunda | segunda feira | 2ª-feira | 2ª feira",
            (2, False): "terça-feira | terça | terça feira | 3ª-feira | 3ª feira",
            (3, False): "quarta-feira | quarta | quarta feira | 4ª-feira | 4ª feira",
            (4, False): "quinta-feira | quinta | quinta feira | 5ª-feira | 5ª feira",
            (5, False): "sexta-feira | sexta | sexta feira | 6ª-feira | 6ª feira",
            (6, False): "sábado | sábado feira",
            (0, True): "domingos | domingos-feiras",
            (1, True): "segundas | segundas-feiras",
            (2, True): "terças | terças-feiras",
            (3, True): "quartas | quartas-feiras",
            (4, True): "quintas | quintas-feiras",
            (5, True): "sextas | sextas-feiras",
            (6, True): "sábados | sábados-feiras",
        },
        "shortday": {
            0: "dom",
            1: "seg",
            2: "ter",
            3: "qua",
            4: "qui",
            5: "sex",
            6: "sab | sáb",
        },
        "workdays": {
            True: "dias úteis | dias de semana | durante a semana | dias da semana | dias de trabalho",
            False: "dia útil | dia de semana | dia da semana | dia de trabalho",
        },
        "workday": {
            True: "dia útil | dia de trabalho",
        },
        "businesshours": {
            True: (
                "horário comercial | horário de expediente | expediente | horário de trabalho | o horário comercial | "
                "o expediente"
            ),
        },
        "weekend": {
            False: "fim de semana | final de semana",
            True: "fins de semana | finais de semana | aos fins de semana | nos fins de semana",
        },
        "month": {
            1: "janeiro",
            2: "fevereiro",
            3: "março",
            4: "abril",
            5: "maio",
            6: "junho",
            7: "julho",
            8: "agosto",
            9: "setembro",
            10: "outubro",
            11: "novembro",
            12: "dezembro",
        },
        "part": {
            "morning": "manhã | manhãs | da manhã | de manhã | pela manhã",
            "afternoon": "tarde | tardes | da tarde | de tarde | à tarde",
            "evening": "noite | noites | da noite | de noite | à noite",
            "night": "madrugada | da madrugada | de madrugada",
            "noon": "meio-dia | meio dia",
            "midnight": "meia-noite | meia noite",
        },
        "partly": {
            "morning": "pelas manhãs",
            "evening": "à noite",
            "night": "de madrugada",
        },
        "adverb": {
            ("days", 1, 1): "diariamente | diário",
            ("days", 2, 1): "dia sim, dia não | dia sim dia não | dias alternados",
            ("weeks", 1, 1): "semanalmente",
            ("weeks", 2, 1): (
                "quinzenalmente | a cada quinze dias | a cada 15 dias | semana sim, semana não | semana sim semana não"
            ),
            ("months", 1, 1): "mensalmente",
            ("months", 2, 1): "bimestralmente",
            ("months", 3, 1): "trimestralmente",
            ("months", 6, 1): "semestralmente",
            ("months", 12, 1): "anualmente",
            ("hours", 1, 1): "de hora em hora | 24 horas por dia",
            ("minutes", 30, 1): "de meia em meia hora",
        },
        "adjective": {
            ("days", 1, 1): "diário | diária | diários | diárias",
            ("weeks", 1, 1): "semanal | semanais",
            ("weeks", 2, 1): "quinzenal | quinzenais",
            ("months", 1, 1): "mensal | mensais",
            ("months", 2, 1): "bimestral",
            ("months", 3, 1): "trimestral | trimestrais",
            ("months", 6, 1): "semestral",
            ("months", 12, 1): "anual | anuais",
            ("hours", 1, 1): "horário",
        },
        "times": {
            True: "vezes | vez | x",
        },
        "per": {
            True: "por | ao | à | a cada | cada | na | no | / | a",
        },
        "meridiem": {
            "am": "am",
            "pm": "pm",
        },
        "oclock": {
            True: "h | horas | hs | hora | em ponto | horas em ponto",
        },
        "after_hour": {
            30: "e meia | e trinta",
            15: "e quinze",
            10: "e dez",
            20: "e vinte",
            45: "e quarenta e cinco",
        },
        "at": {
            True: (
                "às | as | à | ao | por volta das | a partir das | lá pelas | desde as | pelas | sempre às | cerca das"
            ),
        },
        "on": {
            True: "no | na | nos | nas | em | o | ao | aos",
        },
        "dayword": {
            True: "dia | dias",
        },
        "of": {
            True: "de | do | da | de cada | em | por | no | na | de todo | ao | de todos os | a cada",
        },
        "and": {
            True: "e | & | + | / | bem como | e também | e depois | ou | e às | e as",
        },
        "to": {
            True: "a | até | - | – | — | e | às | até as | até às | à | e as | e às | ao",
        },
        "between": {
            True: "entre | entre as | das | de | desde | durante",
        },
        "from": {
            True: "de | das",
        },
        "except": {
            True: (
                "exceto | exceto aos | menos | menos aos | salvo | mas não aos | mas não | fora | exceto no | tirando "
                "| sem | com exceção de | exceto na | exceto às | menos no | menos na | não aos"
            ),
        },
        "only": {
            True: (
                "só | somente | apenas | mas só | mas somente | mas apenas | só nos | mas só nos | mas apenas nos | "
                "apenas nos | unicamente | mas só aos | só aos"
            ),
        },
        "the": {
            True: "o | a | os | as",
        },
        "begin": {
            True: "início | começo",
        },
        "end": {
            True: "fim | final | fechamento",
        },
        "edge": {
            ("end", 1): "fim de mês | fim do mês | final do mês | final de mês",
            ("begin", 1): "virada do mês | início do mês | começo do mês",
            ("end", 3): "fim de trimestre | fim do trimestre | final do trimestre",
            ("end", 12): "fim do ano",
        },
        "minute_before": {True: "no minuto | aos minutos | minuto"},
        "minute_after": {True: "após a hora | passados da hora"},
        "correct": {
            True: (
                "não desculpa | não, desculpa | desculpa | desculpe | quer dizer | quero dizer | ou melhor | melhor | "
                "não espera | aliás | na verdade | não | digo | não, melhor | corrigindo | perdão | opa"
            ),
        },
        "filler": {
            True: (
                "por favor | em ponto | sempre | automaticamente | o | a | os | as | mais ou menos | de | do | da | "
                "em | no | na | hora | também | basta | exatamente | durante | cerca de | dia | já basta"
            ),
        },
        "make": {
            True: (
                "envie | enviar | envia | mande | mandar | manda | crie | criar | cria | prepare | preparar | gere | "
                "gerar | faça | fazer | publique | publicar | escreva | preciso | quero | queremos | um | uma | "
                "receber"
            ),
        },
        "previous": {
            True: (
                "passado | passada | último | última | últimos | últimas | os últimos | as últimas | dos últimos | "
                "das últimas | nos últimos | nas últimas | anterior"
            ),
        },
        "next": {
            True: (
                "próximo | próxima | próximos | próximas | os próximos | as próximas | nos próximos | nas próximas | "
                "seguinte"
            ),
        },
        "this": {
            True: "este | esta | esse | essa | deste | desta | dessa | desse | atual | nesta",
        },
        "behind": {
            -1: "passado | passada | anterior",
            1: "que vem | seguinte",
            0: "atual | corrente",
        },
        "day_shift": {
            -1: "ontem | de ontem | dia anterior | do dia anterior | no dia anterior",
            0: "hoje | de hoje",
            1: "amanhã | de amanhã",
            -2: "anteontem",
            2: "depois de amanhã",
        },
        "agobefore": {
            True: "há | faz",
        },
        "ago": {
            True: "atrás | antes",
        },
        "within": {
            True: "dentro de | em menos de | em até | menos de | mais de | pelo menos | no máximo | no prazo de",
        },
        "older": {
            True: "há mais de | mais de | com mais de",
        },
        "for": {
            True: "durante | por",
        },
        "wait": {
            True: "espere | esperar | espera | aguarde | aguardar | após | depois de",
        },
        "later": {
            True: "depois | mais tarde | depois disso | após isso",
        },
        "before": {
            True: "antes de | antes das | até | até as | até às",
        },
        "after": {
            True: "depois de | depois das | desde | após | após as",
        },
        "ahead": {
            True: "em | daqui a",
        },
        "zonebefore": {
            True: (
                "fuso de | fuso | fuso horário | fuso horário de | fuso horário: | fuso do | fuso da | horário de | "
                "horário do | horário da | hora de | hora do | hora da | estamos em | estou em | ficamos em | moramos "
                "em | trabalhamos em | escritório em | nosso escritório fica em | hora local de | somos de | estamos "
                "no | horário | baseados em | estamos na"
            ),
        },
        "zoneafter": {
            True: "time | hora local",
        },
    },
)


PORTUGUESE_SAID = Said(
    every_day="todos os dias",
    weekdays="todos os dias úteis",
    weekend="aos sábados e domingos",
    every="toda semana, {},",
    days=("domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado"),
    months=_MONTHS,
    conjunction=" e ",
    at="às {}",
    between="entre as {} e as {}",
    at_minute="no minuto {}",
    units={
        "seconds": ("a cada segundo", "a cada {} segundos"),
        "minutes": ("a cada minuto", "a cada {} minutos"),
        "hours": ("a cada hora", "a cada {} horas"),
        "days": ("a cada dia", "a cada {} dias"),
        "weeks": ("a cada semana", "a cada {} semanas"),
        "months": ("a cada mês", "a cada {} meses"),
    },
    on_days=", {}",
    month_days="no dia {} de cada mês",
    on_month_day="no dia {}",
    year_day="todo ano em {day} de {month}",
    quarter_start="no primeiro dia de cada trimestre",
    quarter_end="no último dia de cada trimestre",
    ordinal=str,
    only={
        "last_working_day": "no último dia útil de cada mês",
        "first_working_day": "no primeiro dia útil de cada mês",
        "last_day_of_month": "no último dia de cada mês",
    },
    nth="na {which} {day} de cada mês",
    which=("primeira", "segunda", "terceira", "quarta", "última"),
    one_day=("domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado"),
    nth_masculine="no {which} {day} de cada mês",
    which_masculine=("primeiro", "segundo", "terceiro", "quarto", "último"),
    masculine=frozenset({0, 6}),
    cron="pela regra cron {}",
    of_quarter=("de cada mês", "de cada trimestre"),
    sentences={
        "time": "às {time}, já que nenhuma hora foi dita",
        "weekday": "na segunda-feira, já que nenhum dia foi dito",
        "month_day": "no dia 1 do mês, já que nenhum dia foi dito",
        "every_day": "todos os dias, já que nenhum dia foi dito",
        "spread": "distribuído igualmente no período",
        "holidays": "feriados não são considerados",
        "business_hours": "o horário comercial é de segunda a sexta, das 09:00 às 17:00",
        "last_run": "a última execução do dia é às {time}",
        "nearest": "{words}, o ritmo mais próximo que o n8n consegue manter",
        "once": "um worker se repete: ele rodaria todo ano nessa data. Pause-o depois se for só uma vez",
        "missing_days": "meses sem dia {day} são pulados",
        "clash": "“{first}” e “{second}” não combinam",
        "count": "“{first}” não combina com {number} vezes",
        "only": "um worker segue uma só condição de calendário; as outras precisam de outro worker",
    },
)
