#include "documents/form/form_labels.hpp"

#include "domain/language.hpp"

namespace documents {
namespace {

constexpr FormLabels kEnglishForm{
    "Texts to be written",
    "How to use this form",
    {"Write between the two grey lines in double brackets, [[...]] and [[/...]], of each section: everything there "
     "is the section's text and may be edited.",
     "Leave the grey lines as they are. They say where a section begins and ends and which text you were given. "
     "Sections may be moved as a whole, together with their lines, or left out.",
     "What stands outside of the lines – these words, titles, guidance – is not read when the file comes back.",
     "Headings, paragraphs, bold, italic, struck out, lists, tables, links, footnotes and quotations are kept. "
     "Colours, sizes and underlining are not. A picture of the section stands as ![What it shows](name.png); one that "
     "is put into this file is not taken.",
     "Tracked changes are taken as accepted. Comments are kept: in the note of the new revision of a section whose "
     "text "
     "was changed, else among the events of the report. Send the file back as DOCX."},
    "Due",
    "Word limit",
    "words",
    "overdue",
    "Returned, with the reason",
    "Opened again after approval, with the reason",
    "There is no section that this agency can write in this language now.",
    "Cannot be written now",
    "The source text, not to be edited here; revision",
    "The source text has changed since this translation was made; it stands below as it is now. When the translation "
    "says the same again, put the second of these numbers in the place of the first, at the end of the grey line"};

constexpr FormLabels kRussianForm{
    "Тексты для подготовки",
    "Как пользоваться этой формой",
    {"Пишите между двумя серыми строками в двойных скобках, [[...]] и [[/...]], каждого раздела: всё, что стоит между "
     "ними, "
     "является текстом раздела и может быть изменено.",
     "Серые строки оставьте без изменений. Они показывают, где начинается и заканчивается раздел и какой текст вам был "
     "выдан. Разделы можно переставлять целиком, вместе с их строками, или опускать.",
     "Всё, что стоит вне этих строк, — эти указания, заголовки разделов, пояснения — при возврате файла не читается.",
     "Сохраняются заголовки, абзацы, полужирный и курсивный шрифт, зачёркивание, списки, таблицы, ссылки, сноски и "
     "цитаты. Цвет, размер шрифта и подчёркивание не сохраняются. Рисунок раздела обозначен так: ![что на "
     "нём](имя.png); "
     "рисунок, вставленный в этот файл, не принимается.",
     "Исправления, внесённые в режиме рецензирования, считаются принятыми. Примечания сохраняются: в пометке к новой "
     "редакции раздела, текст которого изменён, а к остальным разделам — среди событий доклада. "
     "Верните файл в формате DOCX."},
    "Срок",
    "Предел объёма",
    "слов",
    "срок истёк",
    "Возвращено, причина",
    "Снова открыто после утверждения, причина",
    "Сейчас нет разделов, которые это ведомство может писать на этом языке.",
    "Сейчас нельзя изменять",
    "Исходный текст, здесь не изменяется; редакция",
    "Исходный текст изменился после того, как был сделан этот перевод; ниже он приведён в нынешнем виде. Когда перевод "
    "снова будет ему соответствовать, замените в конце серой строки первое из этих чисел вторым"};

constexpr FormLabels kTurkmenForm{
    "Ýazylmaly tekstler",
    "Bu formany nähili ulanmaly",
    {"Her bölümiň goşa ýaýly iki çal setiriniň, [[...]] we [[/...]], arasynda ýazyň: olaryň arasyndaky ähli zat "
     "bölümiň teksti bolup, ony üýtgetmek mümkin.",
     "Çal setirleri üýtgetmän goýuň. Olar bölümiň nirede başlanýandygyny we gutarýandygyny hem-de size haýsy tekstiň "
     "berlendigini görkezýär. Bölümleri setirleri bilen bilelikde bütinligine süýşürmek ýa-da aýyrmak mümkin.",
     "Bu setirleriň daşynda duran zatlar – şu görkezmeler, bölümleriň atlary, düşündirişler – faýl yzyna gelende "
     "okalmaýar.",
     "Sözbaşylar, abzaslar, goýy we ýapgyt harplar, üsti çyzylan sözler, sanawlar, tablisalar, salgylanmalar, "
     "bellikler we sitatalar saklanýar. Reňk, ölçeg we aşagyny çyzmak saklanmaýar. Bölümiň suraty şeýle bellenýär: "
     "![näme görkezýär](ady.png); bu faýla goýlan surat kabul edilmeýär.",
     "Bellenip girizilen üýtgetmeler kabul edilen hasaplanýar. Teswirler saklanýar: teksti üýtgedilen bölümiň täze "
     "görnüşiniň belliginde, beýlekileriňki hasabatyň wakalarynyň arasynda. Faýly DOCX görnüşinde "
     "yzyna iberiň."},
    "Möhleti",
    "Sözleriň çägi",
    "söz",
    "möhleti geçdi",
    "Yzyna gaýtaryldy, sebäbi",
    "Tassyklanandan soň gaýtadan açyldy, sebäbi",
    "Häzir bu edaranyň bu dilde ýazyp biljek bölümi ýok.",
    "Häzir üýtgedip bolmaýar",
    "Asyl tekst, bu ýerde üýtgedilmeýär; görnüşi",
    "Bu terjime edilenden soň asyl tekst üýtgedi; aşakda onuň häzirki görnüşi dur. Terjime oňa ýene laýyk gelende, çal "
    "setiriň ahyrynda şu sanlaryň birinjisiniň ýerine ikinjisini ýazyň"};

}  // namespace

const FormLabels& form_labels_for(std::string_view language) {
  const auto primary = domain::primary_language(language);
  if (primary == "ru") return kRussianForm;
  if (primary == "tk") return kTurkmenForm;
  return kEnglishForm;
}

}  // namespace documents
