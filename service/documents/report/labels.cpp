#include "documents/report/labels.hpp"

#include "domain/language.hpp"

namespace documents {
namespace {

constexpr Labels kEnglish{
    .language = "en",
    .forum_date = "First day of the forum",
    .as_of = "State of the report",
    .selection = "Texts",
    .latest = "the newest text of every section",
    .approved = "approved texts only",
    .words = "Words",
    .limit = "limit",
    .draft_gaps = "Draft. Sections without a text",
    .draft_unapproved = "Draft. Sections with a text that is not approved yet",
    .skip = "Skip to the text",
    .contents = "Contents",
    .annex = "Annex",
    .notes = "Notes",
    .back_to_reference = "Back to the reference to note",
    .contributions = "Who contributed what",
    .no_text = "No text yet.",
    .no_approved_text = "No approved text yet.",
    .state = "State",
    .waits_for = "waits for",
    .lead = "Lead agency",
    .not_assigned = "not assigned yet",
    .withheld = "A text stands here that only its agencies and the coordinator can read.",
    .nothing = "Nothing to report.",
    .reason = "Reason",
    .empty = "not begun",
    .draft = "draft",
    .in_review = "in review",
    .returned = "returned for revision",
    .approved_state = "approved",
    .fallback = "There is no valid translation yet: the source text is shown. Language of the text",
    .stale = "This translation is older than its source text, which has changed since.",
    .unconfirmed = "This translation was made after the approval of the section and has not been confirmed yet.",
    .carried_over = "Carried over from an earlier report; nobody has edited or confirmed this text yet. Report",
    .section = "Section",
    .contributors = "Contributing agencies",
    .revisions = "Saved texts",
    .last_saved = "Last saved",
    .approvals = "Approvals",
    .own_text = "approved a text of its own",
    .figure = "Figure",
    .picture_missing = "picture missing",
    .page = "Page",
    .of_pages = "of",
    .watermark = "DRAFT",
    .thousands = ','};

constexpr Labels kRussian{.language = "ru",
                          .forum_date = "Первый день форума",
                          .as_of = "Состояние доклада на",
                          .selection = "Тексты",
                          .latest = "последние тексты всех разделов",
                          .approved = "только утверждённые тексты",
                          .words = "Слов",
                          .limit = "предел",
                          .draft_gaps = "Проект. Разделов без текста",
                          .draft_unapproved = "Проект. Разделов с текстом, который ещё не утверждён",
                          .skip = "Перейти к тексту",
                          .contents = "Содержание",
                          .annex = "Приложение",
                          .notes = "Примечания",
                          .back_to_reference = "Назад к ссылке на примечание",
                          .contributions = "Кто над чем работал",
                          .no_text = "Текста пока нет.",
                          .no_approved_text = "Утверждённого текста пока нет.",
                          .state = "Состояние",
                          .waits_for = "ожидает решения",
                          .lead = "Ответственное ведомство",
                          .not_assigned = "пока не назначено",
                          .withheld = "Здесь есть текст, который могут читать только его ведомства и координатор.",
                          .nothing = "Сообщать не о чем.",
                          .reason = "Причина",
                          .empty = "работа не начата",
                          .draft = "черновик",
                          .in_review = "на рассмотрении",
                          .returned = "возвращён на доработку",
                          .approved_state = "утверждён",
                          .fallback = "Действительного перевода пока нет: приводится исходный текст. Язык текста",
                          .stale = "Этот перевод старше исходного текста, который с тех пор изменён.",
                          .unconfirmed = "Этот перевод сделан после утверждения раздела и пока не подтверждён.",
                          .carried_over =
                              "Перенесено из прежнего доклада; этот текст пока никто не правил и не "
                              "подтвердил. Доклад",
                          .section = "Раздел",
                          .contributors = "Участвующие ведомства",
                          .revisions = "Сохранено текстов",
                          .last_saved = "Последнее сохранение",
                          .approvals = "Утверждения",
                          .own_text = "утвердил собственный текст",
                          .figure = "Рисунок",
                          .picture_missing = "нет изображения",
                          .page = "Страница",
                          .of_pages = "из",
                          .watermark = "ПРОЕКТ",
                          .thousands = ' '};

constexpr Labels kTurkmen{.language = "tk",
                          .forum_date = "Forumyň birinji güni",
                          .as_of = "Hasabatyň ýagdaýy",
                          .selection = "Tekstler",
                          .latest = "ähli bölümleriň soňky tekstleri",
                          .approved = "diňe tassyklanan tekstler",
                          .words = "Söz sany",
                          .limit = "çäk",
                          .draft_gaps = "Taslama. Teksti ýok bölümler",
                          .draft_unapproved = "Taslama. Teksti entek tassyklanmadyk bölümler",
                          .skip = "Tekste geçmek",
                          .contents = "Mazmuny",
                          .annex = "Goşundy",
                          .notes = "Bellikler",
                          .back_to_reference = "Salgylanma gaýtmak, bellik",
                          .contributions = "Kim nämäniň üstünde işledi",
                          .no_text = "Tekst entek ýok.",
                          .no_approved_text = "Tassyklanan tekst entek ýok.",
                          .state = "Ýagdaýy",
                          .waits_for = "çözgüdine garaşýar",
                          .lead = "Jogapkär edara",
                          .not_assigned = "entek bellenmedi",
                          .withheld = "Bu ýerde diňe degişli edaralaryň we utgaşdyryjynyň okap biljek teksti bar.",
                          .nothing = "Habar bermäge zat ýok.",
                          .reason = "Sebäbi",
                          .empty = "iş başlanmady",
                          .draft = "garalama",
                          .in_review = "seredilýär",
                          .returned = "işläp kemala getirmek üçin gaýtaryldy",
                          .approved_state = "tassyklandy",
                          .fallback = "Güýje eýe bolan terjime entek ýok: asyl tekst getirilýär. Tekstiň dili",
                          .stale = "Bu terjime asyl tekstden köne: asyl tekst şondan soň üýtgedildi.",
                          .unconfirmed = "Bu terjime bölüm tassyklanandan soň edildi we entek makullanmady.",
                          .carried_over =
                              "Öňki hasabatdan geçirildi; bu teksti entek hiç kim düzetmedi we "
                              "makullamady. Hasabat",
                          .section = "Bölüm",
                          .contributors = "Gatnaşýan edaralar",
                          .revisions = "Ýazga alnan tekstler",
                          .last_saved = "Soňky ýazga alnan güni",
                          .approvals = "Tassyklamalar",
                          .own_text = "öz tekstini tassyklady",
                          .figure = "Surat",
                          .picture_missing = "surat ýok",
                          .page = "Sahypa",
                          .of_pages = "/",
                          .watermark = "TASLAMA",
                          .thousands = ' '};

}  // namespace

const Labels& labels_for(std::string_view language) {
  const auto primary = domain::primary_language(language);
  if (primary == "ru") return kRussian;
  if (primary == "tk") return kTurkmen;
  return kEnglish;
}

std::string_view state_label(const Labels& labels, std::string_view state) {
  if (state == "empty") return labels.empty;
  if (state == "draft") return labels.draft;
  if (state == "in_review") return labels.in_review;
  if (state == "returned") return labels.returned;
  if (state == "approved") return labels.approved_state;
  return state;
}

}  // namespace documents
