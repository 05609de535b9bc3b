"""Things that people give names to, by what they are: `the sheet "Orders"`, `Kanal #vertrieb`, `la liste « VIP »`."""

CONTAINERS: dict[str, str] = {
    "channel": "channel channels kanal kanale kanals canal canaux canais chaine chat-kanal",
    "sheet": "sheet sheets spreadsheet spreadsheets gsheet worksheet tab hoja planilla planilha feuille tableur "
    "tabellenblatt sheets-datei reiter excel-datei "
    "workbook libro classeur pasta_de_trabalho hoja_de_calculo feuille_de_calcul google_sheet",
    "table": "table tables tabelle tabla tabela collection collections coleccion colecao index",
    "database": (
        "database databases db base bases datenbank bbdd dataset base_de_datos base_de_donnees banco_de_dados "
        "data_source"
    ),
    "folder": "folder folders ordner carpeta dossier pasta directory verzeichnis bucket buckets repertoire",
    "label": "label labels etikett etiqueta etiquette libelle marcador",
    "tag": "tag tags schlagwort",
    "list": "list lists liste lista audience audiences audiencia publico verteiler segment segmento mailing_list",
    "project": "project projects projekt proyecto projet projeto key project_key schlussel proyecto_clave",
    "board": "board boards tafel tablero tableau quadro",
    "team": "team teams equipo equipe squad mannschaft",
    "group": "group groups gruppe grupo groupe",
    "space": "space spaces workspace workspaces bereich espacio espace espaco",
    "calendar": "calendar kalender calendario calendrier agenda",
    "document": "document documents doc docs dokument documento",
    "template": "template vorlage plantilla modele modelo template-id",
    "form": "form formular formulario formulaire typeform jotform survey umfrage encuesta enquete",
    "page": "page seite pagina",
    "pipeline": "pipeline funnel",
    "stage": "stage phase etapa etape fase stufe",
    "status": "status estado statut zustand",
    "subject": "subject betreff asunto objet assunto subject_line",
    "text": "text wortlaut texto texte saying says mensaje message nachricht mensagem",
    "title": "title titel titulo titre name titled heading",
    "column": "column columns spalte columna colonne coluna field feld campo champ",
    "topic": "topic queue warteschlange thema file_d_attente",
    "event": "event termin evento evenement meeting reunion reuniao",
    "site": "site shop store tienda boutique loja website",
    "campaign": "campaign kampagne campana campagne campanha",
    "mailbox": "mailbox inbox postfach buzon boite posteingang",
    "view": "view ansicht vista vue visualizacao",
}
