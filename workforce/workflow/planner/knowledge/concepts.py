"""Fields: what people call them, in five languages (`_` joins words), and what they are called in a message."""

from __future__ import annotations

CONCEPTS: dict[str, str] = {
    "name": ("name names nombre nom nome full_name vollname vor-_und_nachname contact_name"),
    "first_name": ("first_name firstname vorname prenom primer_nombre primeiro_nome"),
    "email": (
        "email e-mail mail address email_address e-mail-adresse correo courriel adresse_email direccion_de_correo "
        "correo_electronico endereco_de_email mailadresse e-mails emails"
    ),
    "phone": (
        "phone telephone phone_number number_of_phone telefon telefonnummer telefono numero_de_telefono telephone "
        "portable mobile handy handynummer telefone celular"
    ),
    "company": ("company organisation organization firma unternehmen empresa entreprise societe account_name"),
    "amount": (
        "amount total sum value price worth betrag summe wert gesamtbetrag preis importe monto total valor montant "
        "prix quantia preco cost order_value rechnungsbetrag importe_total"
    ),
    "currency": ("currency wahrung moneda devise moeda"),
    "date": ("date datum fecha data day day_and_time created created_at timestamp"),
    "time": ("time uhrzeit zeit hora heure horario start start_time slot zeitpunkt termin"),
    "due_date": (
        "due_date deadline faelligkeit falligkeitsdatum fallig vencimiento fecha_de_vencimiento echeance "
        "date_d'echeance vencimento expiry expiration expires ablaufdatum"
    ),
    "title": ("title titel titulo titre name_of_the_issue headline heading titles titulos titres uberschrift"),
    "subject": ("subject betreff asunto objet assunto"),
    "text": (
        "text message body content question comment idea feedback description nachricht text inhalt frage mensaje "
        "texto contenido pregunta message texte contenu question mensagem conteudo pergunta description beschreibung "
        "descripcion descricao details idee"
    ),
    "url": ("link url permalink enlace lien ligacao address_of_the_page links"),
    "id": (
        "id number nummer numero no order_number bestellnummer numero_de_pedido numero_de_commande key identifier "
        "ticket_number ticketnummer referenz reference referencia"
    ),
    "status": ("status state estado statut zustand situacao"),
    "priority": (
        "priority prioritat prioridad priorite prioridade urgency level nivel niveau severity nivel_de_gravedad"
    ),
    "owner": (
        "owner assignee responsible zustandig inhaber propietario responsable proprietaire responsavel dono "
        "verantwortlich besitzer"
    ),
    "customer": ("customer client kunde cliente buyer acheteur comprador customer_name kundenname"),
    "product": ("product item sku article produkt artikel producto articulo produit article produto"),
    "quantity": (
        "quantity count pieces stock menge anzahl stuck cantidad unidades existencias quantite nombre_d'unites "
        "quantidade stuckzahl bestand inventory"
    ),
    "country": ("country land pais pays"),
    "city": ("city stadt ort ciudad ville cidade"),
    "score": ("score rating note nps puntuacion bewertung punkte calificacion pontuacao nota stars sterne"),
    "author": ("author autor auteur sender absender remitente expediteur remetente from user"),
    "category": ("category type kategorie typ categoria categorie tipo genre art topic thema"),
    "reason": ("reason grund motivo raison motif begrundung razon"),
    "sessions": ("sessions visits visitors users sesiones visitas sitzungen besucher visites sessoes"),
    "birthday": ("birthday geburtstag cumpleanos anniversaire aniversario date_of_birth"),
    "start_date": ("start_date startdatum eintrittsdatum fecha_de_inicio date_de_debut data_de_inicio"),
    "photo": ("photo image picture"),
}
DEFAULTS: tuple[str, ...] = (
    "title",
    "name",
    "customer",
    "email",
    "amount",
    "status",
    "priority",
    "time",
    "text",
    "url",
)
LABELS: dict[str, str] = {
    "title": "Title",
    "name": "Name",
    "customer": "Customer",
    "email": "E-mail",
    "amount": "Amount",
    "status": "Status",
    "priority": "Priority",
    "time": "Time",
    "text": "Text",
    "url": "Link",
    "id": "Number",
    "date": "Date",
    "due_date": "Due",
    "owner": "Owner",
    "subject": "Subject",
    "phone": "Phone",
    "author": "From",
    "company": "Company",
    "sessions": "Sessions",
    "product": "Product",
    "quantity": "Quantity",
    "reason": "Reason",
    "score": "Score",
}
