#include "documents/report/spelled.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace documents {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months kEnglishMonths{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
constexpr Months kRussianMonths{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr Months kTurkmenMonths{"ýanwary", "fewraly", "marty",     "apreli",   "maýy",    "iýuny",
                                "iýuly",   "awgusty", "sentýabry", "oktýabry", "noýabry", "dekabry"};

// A word in each language of labels.hpp, by its key.
struct Word {
  std::string_view key, english, russian, turkmen;
};

constexpr Word kCountries[] = {
    {"AFG", "Afghanistan", "Афганистан", "Owganystan"},
    {"ARM", "Armenia", "Армения", "Ermenistan"},
    {"AZE", "Azerbaijan", "Азербайджан", "Azerbaýjan"},
    {"BLR", "Belarus", "Беларусь", "Belarus"},
    {"GEO", "Georgia", "Грузия", "Gruziýa"},
    {"IRN", "Iran (Islamic Republic of)", "Иран (Исламская Республика)", "Eýran (Yslam Respublikasy)"},
    {"KAZ", "Kazakhstan", "Казахстан", "Gazagystan"},
    {"KGZ", "Kyrgyzstan", "Кыргызстан", "Gyrgyzystan"},
    {"MDA", "Republic of Moldova", "Республика Молдова", "Moldowa Respublikasy"},
    {"MNG", "Mongolia", "Монголия", "Mongoliýa"},
    {"RUS", "Russian Federation", "Российская Федерация", "Russiýa Federasiýasy"},
    {"TJK", "Tajikistan", "Таджикистан", "Täjigistan"},
    {"TKM", "Turkmenistan", "Туркменистан", "Türkmenistan"},
    {"TUR", "Türkiye", "Турция", "Türkiýe"},
    {"UZB", "Uzbekistan", "Узбекистан", "Özbegistan"},
};

constexpr Word kLanguages[] = {
    {"ar", "Arabic", "арабский", "arap"},    {"en", "English", "английский", "iňlis"},
    {"es", "Spanish", "испанский", "ispan"}, {"fr", "French", "французский", "fransuz"},
    {"ru", "Russian", "русский", "rus"},     {"tk", "Turkmen", "туркменский", "türkmen"},
    {"zh", "Chinese", "китайский", "hytaý"},
};

template <std::size_t size>
std::string spell(const Labels& labels, const Word (&words)[size], const std::string& key) {
  const auto* found = std::ranges::find(words, std::string_view(key), &Word::key);
  if (found == std::end(words)) return key;
  return std::string(labels.language == "ru"   ? found->russian
                     : labels.language == "tk" ? found->turkmen
                                               : found->english);
}

// Turkmen ordinals follow the vowels of the number's last word: 5-nji (bäşinji), 6-njy (altynjy), 30-njy
// (otuzynjy).
std::string turkmen_ordinal(int number) {
  const int last = number % 10;
  const int tens = number % 100;
  const bool dark = last == 6 || last == 9 || tens == 10 || tens == 30 || tens == 40 || tens == 60 || tens == 90;
  return std::to_string(number) + (dark ? "-njy" : "-nji");
}

int number_at(std::string_view text, std::size_t begin, std::size_t length) {
  int number = -1;
  const auto part = text.substr(begin, length);
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
  return error == std::errc() && end == part.data() + part.size() ? number : -1;
}

}  // namespace

std::string spell_date(const Labels& labels, const std::string& iso_date) {
  if (iso_date.size() != 10) return iso_date;
  const int year = number_at(iso_date, 0, 4);
  const int month = number_at(iso_date, 5, 2);
  const int day = number_at(iso_date, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return iso_date;
  const auto name = [&](const Months& months) { return std::string(months[static_cast<std::size_t>(month - 1)]); };
  if (labels.language == "tk")
    return turkmen_ordinal(year) + " ýylyň " + turkmen_ordinal(day) + " " + name(kTurkmenMonths);
  const std::string date = std::to_string(day) + " ";
  if (labels.language == "ru") return date + name(kRussianMonths) + " " + std::to_string(year) + " года";
  return date + name(kEnglishMonths) + " " + std::to_string(year);
}

std::string spell_time(const Labels& labels, const std::string& utc) {
  if (utc.size() < 16 || utc[10] != 'T') return utc;
  return spell_date(labels, utc.substr(0, 10)) + ", " + utc.substr(11, 5) + " UTC";
}

std::string spell_number(const Labels& labels, std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0)
      text += labels.thousands == ' ' ? "\u00A0" : std::string(1, labels.thousands);
    text += digits[i];
  }
  return text;
}

std::string spell_country(const Labels& labels, const std::string& alpha3) { return spell(labels, kCountries, alpha3); }

std::string spell_language(const Labels& labels, const std::string& tag) { return spell(labels, kLanguages, tag); }

}  // namespace documents
