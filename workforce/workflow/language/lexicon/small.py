"""Small words with a job: negation, articles, prepositions; five languages, all read at once."""

from __future__ import annotations

from workforce.workflow.language.words import word_set

NOT = word_set(
    "not no never without n't isn't aren't doesn't don't doesnt dont isnt arent nicht kein keine keinen ohne "
    "nie sin nunca non pas sans jamais ne nao sem cannot can't missing empty blank fehlt leer falta vacio "
    "manque vide vazio"
)


CALLED = word_set(
    "called named titled labelled namens genannt heisst namen llamado llamada llamados titulado titulada "
    "nombre appele appelee nomme nommee intitule intitulee chamado chamada chamados nome is name key id = : "
    "the our unser unsere el la le de do da"
)


FUNCTION = word_set(
    "a an the and or of to in on at by for with from into onto as is are was be been it its this that these "
    "those they them their we us our you your i me my he his her she him who whom whose which what when where "
    "if then than so not no all any each every some only just also please there here has have had will would "
    "should can could may must do does did done per via about over under after before until during while up "
    "out off der die das den dem des ein eine einen einem einer eines und oder aber von vom zu zum zur im am "
    "auf aus bei mit nach fur durch uber unter ist sind war wird werden wurde hat haben es er sie wir ihr ich "
    "uns euch mein meine dein sein ihre ihren unser unsere unseren unserem dies diese dieser dieses welche "
    "welcher wenn falls dann als wie nicht kein keine nur auch bitte soll sollen muss kann el la los las lo "
    "un una unos unas y o u de del al en con por para sin sobre que se su sus mi mis tu tus nuestro nuestra "
    "nuestros nuestras este esta esto ese esa son estan fue ha han hay cuando si cada como le les l une du d "
    "et ou au aux dans sur avec par pour sans chez qui ce cette ces sa ses leur leurs mon ma mes notre nos "
    "votre vos il elle nous vous ils est sont ont ne pas quand chaque comme os um uma umas e da dos na nas em "
    "ao aos pelo pela com sem seu sua seus suas meu minha nosso nossa isto esse essa isso sao foi tem quando "
    "nao"
)


ARTICLES = word_set(
    "a an the our my your new neue neuen neuer eine einen ein einer el la los las un una unos unas le les une "
    "des nouveau nouvelle o os as um uma novo nova nueva nuevo any each every jede jeder jedes jeden cada "
    "chaque todo toda"
)


FROM = word_set("from out of aus von vom desde de del des du d depuis do da dos das dans")
