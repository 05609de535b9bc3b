"""Titles of steps that name no service, in the languages besides English. `…`: what follows stays as it is."""

from __future__ import annotations

LANGUAGES = ("de", "es", "fr", "pt")
# English: German, Spanish, French, Portuguese
STEPS: dict[str, tuple[str, str, str, str]] = {
    "All in one list": ("Alles in eine Liste", "Todo en una lista", "Tout en une liste", "Tudo em uma lista"),
    "One line each": ("Je eine Zeile", "Una línea por cada uno", "Une ligne chacun", "Uma linha para cada"),
    "One list": ("Eine Liste", "Una lista", "Une liste", "Uma lista"),
    "Put together": ("Zusammenführen", "Juntar", "Réunir", "Juntar"),
    "Only what is new": ("Nur Neues", "Solo lo nuevo", "Seulement le nouveau", "Só o que é novo"),
    "Only new ones": ("Nur neue", "Solo los nuevos", "Seulement les nouveaux", "Só os novos"),
    "Only today": ("Nur heute", "Solo hoy", "Seulement aujourd’hui", "Só hoje"),
    "Only what was asked for": ("Nur das Gewünschte", "Solo lo pedido", "Seulement le demandé", "Só o que foi pedido"),
    "Without duplicates": ("Ohne Doppeltes", "Sin repetidos", "Sans doublons", "Sem repetidos"),
    "Count": ("Anzahl", "Número", "Nombre", "Contagem"),
    "Average": ("Durchschnitt", "Media", "Moyenne", "Média"),
    "Total": ("Summe", "Total", "Total", "Total"),
    "Which case": ("Welcher Fall", "Qué caso", "Quel cas", "Qual caso"),
    "Approved?": ("Freigegeben?", "¿Aprobado?", "Approuvé ?", "Aprovado?"),
    "On error": ("Bei einem Fehler", "Si hay un error", "En cas d’erreur", "Em caso de erro"),
    "As a table": ("Als Tabelle", "Como tabla", "En tableau", "Como tabela"),
    "As a file": ("Als Datei", "Como archivo", "En fichier", "Como arquivo"),
    "Read the PDF": ("PDF lesen", "Leer el PDF", "Lire le PDF", "Ler o PDF"),
    "Download the file": ("Datei holen", "Descargar el archivo", "Récupérer le fichier", "Baixar o arquivo"),
    "Write the summary": ("Zusammenfassen", "Escribir el resumen", "Rédiger le résumé", "Escrever o resumo"),
    "Read the data": ("Daten lesen", "Leer los datos", "Lire les données", "Ler os dados"),
    "Send the report": ("Bericht schicken", "Enviar el informe", "Envoyer le rapport", "Enviar o relatório"),
    "Schedule": ("Zeitplan", "Horario", "Horaire", "Horário"),
    "Start": ("Start", "Inicio", "Départ", "Início"),
    "Form": ("Formular", "Formulario", "Formulaire", "Formulário"),
    "Chat message": ("Chat-Nachricht", "Mensaje de chat", "Message de chat", "Mensagem de chat"),
    "New e-mail": ("Neue E-Mail", "Correo nuevo", "Nouvel e-mail", "Novo e-mail"),
    "New e-mail in Gmail": (
        "Neue E-Mail in Gmail",
        "Correo nuevo en Gmail",
        "Nouvel e-mail dans Gmail",
        "Novo e-mail no Gmail",
    ),
    "New e-mail in Outlook": (
        "Neue E-Mail in Outlook",
        "Correo nuevo en Outlook",
        "Nouvel e-mail dans Outlook",
        "Novo e-mail no Outlook",
    ),
    "Every 10 minutes": ("Alle 10 Minuten", "Cada 10 minutos", "Toutes les 10 minutes", "A cada 10 minutos"),
    "If …": ("Wenn …", "Si …", "Si …", "Se …"),
    "Only …": ("Nur …", "Solo …", "Seulement …", "Só …"),
    "Look in …": ("Nachsehen in …", "Mirar en …", "Regarder dans …", "Olhar em …"),
}


def in_words(title: str, language: str) -> str:
    """A step's title in a language; one that is not known stays as it is."""
    if language not in LANGUAGES:
        return title
    place = LANGUAGES.index(language)
    if title in STEPS:
        return STEPS[title][place]
    lead, _, rest = title.partition(" ")
    if title.startswith("Look in "):
        lead, rest = "Look in", title.removeprefix("Look in ")
    known = STEPS.get(f"{lead} …")
    return known[place].replace("…", rest) if known and rest else title
