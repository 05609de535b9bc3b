"""Verbs by what they ask for. Folded forms; `*` ends a stem, `_` joins the words of a phrase."""

VERBS: dict[str, dict[str, str]] = {
    "read": {
        "en": "get gets fetch* read reads reading pull pulls collect* look look_at look_up look_through looks check "
        "checks checking retriev* query queries "
        "querying search* find finds take takes grab* load loads gather* see list lists import imports query "
        "scan scans monitor* watch* "
        "go_through pick_up pulled export exports crawl*",
        "de": "hol* lies lese* liest lesen abruf* rufe_* abfrag* frag_ab such* nimm nehm* pruf* sammel* sammle* "
        "schau* ermittl* zieh* "
        "auslesen herausholen heraussuch* raussuch* nachschau* uberpruf* kontrollier* hole ruf exportier* "
        "durchsuch* uberwach*",
        "es": "obten* obteng* lee leer lea busc* consult* extra* toma tomar revis* mira mirar recog* recopil* "
        "descarga trae traer comprueb* comprob* verific* saca saque "
        "exporta* junta lista listar monitor* vigil*",
        "fr": "recuper* lis lire lit cherch* regard* prend* prends consult* verifi* extrai* recueil* collect* "
        "releve* interroge* va_chercher liste lister "
        "export* surveill* rassembl* parcour*",
        "pt": "pegu* pegar busqu* busc* obt* obtenh* le leia ler consult* veja ver verifi* verifiqu* colet* traga "
        "extra* puxe puxar olh* confir* cheque checar "
        "procur* liste listar export* monitor* pesquis*",
    },
    "add": {
        "en": "add adds adding added append* insert* log logs logging record records save saves saving store stores "
        "put puts note_down enter enters "
        "write writes writing register registers file files filing drop_into track tracks keep keeps copy_into "
        "stick archive",
        "de": "fug* hinzufug* eintrag* trag* speicher* schreib* ablegen ablegt leg lege leg_ab einfug* notier* "
        "protokollier* erfass* anhang* sicher* "
        "ablage dokumentier* ergänz* aufnehm* eingetragen archivier* ableg* abgelegt",
        "es": (
            "anad* agreg* insert* guard* registr* escrib* apunt* anot* mete pon poner incorpor* inscrib* almacen* "
            "archiv* suma_a"
        ),
        "fr": (
            "ajout* inser* enregistr* ecri* note noter consign* met mets mettre stock* sauvegard* inscri* range "
            "ranger archive* depos* reporte*"
        ),
        "pt": (
            "adicion* acrescent* inser* salv* grav* guard* registr* escrev* anot* colo* coloqu* armazen* inclu* "
            "arquiv* lanc*"
        ),
    },
    "create": {
        "en": "create creates creating created make makes making open opens opening raise raises generate generates "
        "build set_up setup book books "
        "start starts add_new spin_up produce produces issue_an prepare prepares submit",
        "de": (
            "erstell* anleg* leg_an leg_* eroffn* offne* mach* erzeug* generier* bau* buch* angelegt stell_*_aus "
            "einricht* aufmach*"
        ),
        "es": "crea crear cree creen cread* abre abrir abra genera* haz hacer haga prepar* reserv* monta* programa",
        "fr": "cree creer crees creez ouvr* gener* fais faire prepar* reserv* etabli* produi* planifi*",
        "pt": "cria criar crie criem abra abrir abre gera gerar gere faca fazer monte montar prepar* reserv* agend*",
    },
    "update": {
        "en": "upsert upserts update updates updating change changes edit edits set sets mark marks modify adjust "
        "refresh sync syncs synchron* correct tick move_to "
        "bump complete",
        "de": "aktualisier* ander* setz* markier* bearbeit* anpass* abgleich* synchronisier* ubernimm kennzeichn*",
        "es": "actualiz* cambi* modific* edit* marca marcar sincroniz* ajust*",
        "fr": "met_a_jour mets_a_jour mettre_a_jour actualis* modifi* chang* marque* synchronis* passe",
        "pt": "atualiz* mude mudar alter* edit* marqu* marcar sincroniz* ajust*",
    },
    "delete": {
        "en": (
            "delete* remov* erase clear clears archive archives cancel cancels unsubscribe* drop_from purge revoke "
            "deactivat*"
        ),
        "de": "losch* entfern* archivier* storni* kundig* austrag* deaktivier*",
        "es": "elimin* borr* quita quitar archiva archivar cancela cancelar desactiv*",
        "fr": "supprim* efface* retire* enlev* archiv* annul* desactiv*",
        "pt": "exclu* apag* remov* delet* arquiv* cancel* desativ*",
    },
    "send": {
        "en": "send sends sending sent mail mails mailing emails e-mails email e-mail message text texts deliver "
        "delivers drop dm reach_out write_to "
        "shoot goes_to go_to goes_out share shares pass_on sms whatsapp_me mailed emailed wish congratulat* "
        "thank welcome ask asks asking "
        "invite_to remind reminds greet say says",
        "de": "schick* send* gesendet versend* verschick* mail* email* zuschick* zusend* rausgeh* ubermittl* zukomm* "
        "anschreib* schreib_an gratulier* "
        "erinner* frag* begruss* bedank* teil* schreib ubersend*",
        "es": (
            "envi* mand* manda* mandame escribe_a comparte compart* felicit* agradec* recuerd* recordar* pregunt* "
            "salud* dile dilo dime di"
        ),
        "fr": (
            "envoi* envoy* expedi* transme* adresse ecris_a partage* souhait* remerci* rappel* demand* dis dis-le "
            "part poste-le felicit*"
        ),
        "pt": (
            "envi* mand* manda* escreva_para compartilh* parabeniz* agradec* lembr* pergunt* diga dizer disparar "
            "dispare"
        ),
    },
    "post": {
        "en": (
            "post posts posting posted drop publish publishes put_in share_in share_on announce announces tweet tweets"
        ),
        "de": "poste* post posten verkund* veroffentlich* publizier* ankundig* stell_in",
        "es": "publi* postea* anuncia*",
        "fr": "post* publi* annonc*",
        "pt": "post* publi* anunci*",
    },
    "notify": {
        "en": "notify notifies notif* tell tells telling alert alerts inform informs ping pings let_know let_us_know "
        "let_me_know warn warns warning "
        "announce give_heads_up heads-up report reports shout remind reminds page nudge nudges",
        "de": (
            "benachrichtig* informier* meld* sag sage sagt warn* alarmier* bescheid hinweis* verstandig* "
            "bescheid_geben erinner*"
        ),
        "es": "avis* notific* inform* alert* comunic* recuerd* recordar*",
        "fr": "prevenir prevenez previens avert* inform* notifi* alert* signal* rappel* prevn*",
        "pt": "avis* notifi* inform* alert* comuni* lembr*",
    },
    "reply": {
        "en": "reply replies replying respond responds answer answers answering answered get_back_to write_back",
        "de": "antwort* beantwort* ruckmeld*",
        "es": "respond* contest* responda",
        "fr": "repond* reponds reponse_part",
        "pt": "respond* respost*",
    },
    "forward": {
        "en": "forward forwards forwarding pass_on relay relays redirect",
        "de": "weiterleit* leit* leite_weiter weitergeb*",
        "es": "reenvi* redirig*",
        "fr": "transfer* redirig* faire_suivre",
        "pt": "encaminh* reencaminh*",
    },
    "upload": {
        "en": "upload uploads uploading save_to put_on file_in drop_in store_in back_up backup sync_to",
        "de": "hochlad* lad_hoch lade_hoch ablegen ableg* ablag*",
        "es": "sube subir suba subelo sub* carga cargar",
        "fr": "televers* upload* charge* depose* depos*",
        "pt": "suba subir carreg*",
    },
    "download": {
        "en": "download downloads downloading",
        "de": "herunterlad* runterlad* lad_herunter lade_herunter download*",
        "es": "descarg* baja bajar",
        "fr": "telecharg*",
        "pt": "baix* download*",
    },
    "copy": {
        "en": "copy copies copying duplicate* clone clones",
        "de": "kopier* duplizier* vervielfaltig*",
        "es": "copi* duplic*",
        "fr": "copi* dupliqu*",
        "pt": "copi* copie duplic* duplique",
    },
    "move": {
        "en": "move moves moving shift transfer transfers",
        "de": "verschieb* beweg* umzieh*",
        "es": "mueve mover mueva pasa pasar traslad*",
        "fr": "deplac* bouge*",
        "pt": "mova mover move transfer*",
    },
    "comment": {
        "en": "comment comments commenting annotate",
        "de": "kommentier*",
        "es": "comenta comentar comente",
        "fr": "commente commenter commentez",
        "pt": "comente comentar comenta",
    },
    "assign": {
        "en": "assign assigns assigning allocate delegate",
        "de": "zuweis* weise zuteil* zuordn*",
        "es": "asign*",
        "fr": "assign* attribu* affect*",
        "pt": "atribu* design*",
    },
    "tag": {
        "en": "tag tags tagging label labels labelling labeling",
        "de": "tagge* etikettier* label*",
        "es": "etiquet*",
        "fr": "etiquet* tagu*",
        "pt": "etiquet* marqu*",
    },
    "invite": {
        "en": "invite invites inviting",
        "de": "einlad* lad_ein lade_ein",
        "es": "invit*",
        "fr": "invit*",
        "pt": "convid*",
    },
    "close": {
        "en": "close closes closing resolve resolves",
        "de": "schliess* abschliess*",
        "es": "cierra cerrar cierre",
        "fr": "ferme* cloture* clos",
        "pt": "feche fechar fecha encerr*",
    },
    "convert": {
        "en": "convert converts turn_into turns_into transform make_a_csv as_a_csv export_as to_csv make_csv render",
        "de": "umwandel* konvertier* wandl* wandel*",
        "es": "conviert* convert* transform*",
        "fr": "converti* transform*",
        "pt": "convert* transform*",
    },
    "extract": {
        "en": (
            "returns return outputs output extract extracts extracting pull_out parse parses parsing pick_out pull "
            "find read_out capture transcribe transcribes ocr"
        ),
        "de": "liefert ermittelt extrahier* auslesen herauslesen lies_aus auszieh* liest_aus entnimm transkribier*",
        "es": "extra* saca sacar transcrib*",
        "fr": "extrai* extray* releve* transcri*",
        "pt": "extra* extrai* transcrev*",
    },
    "classify": {
        "en": "classify classifies classified categori* sort sorted sorts sorting triage triages triaged label "
        "labels tag route routes detect detects "
        "recogni* decide decides split assess* judge* determine* identif* flag flags qualif* prioriti* figure_out",
        "de": (
            "klassifizier* kategorisier* sortier* einsort* einordn* einteil* zuordn* erkenn* einstuf* entscheid* "
            "bestimm*"
        ),
        "es": "clasific* categoriz* orden* detect* decid* identific* determin* prioriz*",
        "fr": "class* categoris* tri trier trie detect* decid* identifi* determin* qualifi* prioris*",
        "pt": "classific* classifiqu* categoriz* triar separ* detect* decid* identific* determin* prioriz*",
    },
    "rate": {
        "en": "rate rates rating score scores scoring grade grades rank ranks evaluate* assess*",
        "de": "bewert* einstuf* benot* beurteil* einschatz*",
        "es": "punt* valor* evalu* calific*",
        "fr": "not* noter evalu* score*",
        "pt": "avali* pontu* classifiqu*",
    },
    "summarise": {
        "en": "summari* sum_up recap* digest condense boil_down tl;dr briefing",
        "de": "zusammenfass* fass* fasse zusammengefasst resumier*",
        "es": "resum* sintetiz*",
        "fr": "resum* synthetis*",
        "pt": "resum* sintetiz*",
    },
    "compose": {
        "en": "draft drafts drafting write writes compose composes generate generates word phrase rewrite rewrites "
        "author propose proposes suggest suggests "
        "formulate prepare_a_reply turn turns brainstorm",
        "de": "entwirf entwerf* verfass* formulier* schreib* generier* vorschlag* erstell*",
        "es": "redact* escrib* gener* propon* propong* sugier* sugerir",
        "fr": "redig* ecri* gener* propos* suggere* formul*",
        "pt": "redig* redij* escrev* ger* propo* sugir* sugere elabor*",
    },
    "translate": {
        "en": "translate translates translating translation",
        "de": "ubersetz*",
        "es": "traduc* traduzc* traducir",
        "fr": "tradui* traduction",
        "pt": "traduz* traduc*",
    },
    "analyse": {
        "en": (
            "analyse* analyze* analysing review reviews examine* inspect* interpret* assess* study compare "
            "compares group groups cluster clusters detect"
        ),
        "de": "analysier* untersuch* auswert* begutacht* gruppier* vergleich* interpretier*",
        "es": "analiz* analic* examin* evalu* agrup* compar* interpret*",
        "fr": "analys* examin* etudi* regroup* compar* interpret*",
        "pt": "analis* examin* avali* agrup* compar* interpret*",
    },
    "choose": {
        "en": "choose chooses pick picks select selects",
        "de": "auswahl* wahl* wahle such_aus",
        "es": "elige elegir elija escoge* seleccion*",
        "fr": "chois* selectionn*",
        "pt": "escolh* selecion*",
    },
    "filter": {
        "en": "filter filters keep keeps only exclude excludes skip leave_out drop",
        "de": "filter* nur behalt* ausschliess* aussortier* weglass*",
        "es": "filtr* solo excluy* exclu* descart*",
        "fr": "filtr* seulement uniquement gard* exclu* ecart*",
        "pt": "filtr* somente apenas exclu* mantenh* descart*",
    },
    "dedupe": {
        "en": "dedupe* dedup* deduplicat* remove_duplicates drop_duplicates without_duplicates already_had "
        "no_duplicates already_seen unique "
        "already_sent already_posted skip_duplicates",
        "de": "dubletten duplikat* doppelt* schon_hatten bereits_hatten",
        "es": "duplicad* repetid* ya_tenia*",
        "fr": "doublon* deja_vu*",
        "pt": "duplicad* repetid* ja_tinha*",
    },
    "order": {
        "en": "sort sorted order_by sort_by ordered_by rank",
        "de": "sortier* geordnet",
        "es": "orden* ordenad*",
        "fr": "tri* trie triees ordonn*",
        "pt": "orden* ordenad* orden",
    },
    "total": {
        "en": "sum total totals count counts average averages add_up calculat* compute* tally aggregate aggregates",
        "de": "summier* summ* zahl* durchschnitt* berechn* gesamt* addier* aggregier* rechne*",
        "es": "suma sumar sume total* cuent* cont* promedi* calcul* media",
        "fr": "somme* additionn* total* compt* moyenne* calcul*",
        "pt": "some somar soma total* cont* media calcul*",
    },
    "merge": {
        "en": "merge merges merging combine combines combining join joins put_together put_both_together consolidat* "
        "bring_together match_up "
        "compare_with",
        "de": "zusammenfuhr* kombinier* verein* verbind* zusammenleg* verknupf* fuhr_zusammen abgleich*",
        "es": "combin* une unir junt* fusion* cruza cruzar",
        "fr": "fusionn* combin* rassembl* regroup* joind* crois*",
        "pt": "junt* combin* mescl* un* cruz*",
    },
    "approve": {
        "en": "approv* sign_off signs_off ok okay confirm confirms confirmation green_light go-ahead accept* "
        "sign-off validate validates permission "
        "reject* decline* declin* deny",
        "de": "genehmig* freigab* freigeb* freigegeben bestatig* absegn* zustimm* ablehn* abgelehnt abnick*",
        "es": "aprob* aprueb* valid* confirm* autoriz* rechaz*",
        "fr": "approuv* approb* valid* confirm* accord* autoris* refus* rejet*",
        "pt": "aprov* valid* confirm* autoriz* rejeit* reprov* recus*",
    },
    "wait": {
        "en": "wait waits pause pauses hold",
        "de": "wart* pausier*",
        "es": "espera* pausa*",
        "fr": "attend* attends patient* pause*",
        "pt": "esper* aguard* pausa*",
    },
    "ignore": {
        "en": "ignore ignores ignored skip skips leave_it_alone leave_alone nothing do_nothing discard not_interested",
        "de": "ignorier* nichts uberspring* auslass* keine_mail",
        "es": "ignora ignorar ignore nada omit* no_nos_interes*",
        "fr": "ignor* rien saut*",
        "pt": "ignor* nada pul* pular",
    },
    "call": {
        "en": "call calls calling hit hits ping pings request requests post_to invoke trigger query",
        "de": "aufruf* ruf* anfrag*",
        "es": "llama llamar llame invoca* peticion*",
        "fr": "appel* interrog*",
        "pt": "cham* invoc* requisi*",
    },
}
