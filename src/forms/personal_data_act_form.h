/// The act of destruction of personal data, and the extract of the event log that goes with it
/// (form F13 of DOMAIN §3, fields of DOMAIN §5.4): whose data were destroyed, which categories, on
/// what carrier or in what information system, how, why and when.
///
/// They print what they are given: a subject is named as the caller decides, by name or otherwise.
/// Texts are as printed, valid UTF-8; what is empty is left to be written by hand. Threads: pure,
/// but for the language of the user. Faults: those of FormPdf.
#pragma once

#include <string>
#include <vector>

#include "forms/form_block.h"
#include "forms/form_captions.h"
#include "forms/form_words.h"
#include "forms/printed_form.h"

namespace fonds {

struct PersonalDataActRow {
  std::string subject;     ///< full name, or what else tells of the person
  std::string categories;  ///< of the data destroyed
  std::string carrier;     ///< what was destroyed of paper; empty of data in a system alone
  std::string sheets;      ///< of the carrier
  std::string system;      ///< information system; empty of paper alone
  std::string method;
  std::string reason;
  std::string day;
};

struct PersonalDataActForm {
  std::string holder;  ///< the operator (оператор), as the next one
  std::string holder_address;
  std::string processor;  ///< who processed the data on the operator's behalf; empty: nobody
  std::string processor_address;
  FormPaper act;
  FormSigner approval;
  std::vector<PersonalDataActRow> rows;
  std::vector<FormSigner> destroyers;  ///< none: a line for one
  FormCaption caption{};
};

/// 9 columns: № п/п, ФИО субъекта или иная информация, перечень категорий, наименование
/// материального носителя, количество листов, наименование ИСПДн, способ, причина, дата
/// уничтожения. A4, turned.
PrintedForm printed_personal_data_act(const PersonalDataActForm& facts);

struct PersonalDataLogRow {
  std::string subject;
  std::string categories;
  std::string system;
  std::string reason;
  std::string day;
};

struct PersonalDataLogForm {
  std::string holder;
  FormPaper act;  ///< the act it goes with
  std::vector<PersonalDataLogRow> rows;
  FormSigner signer;
  FormCaption caption{};
};

/// 6 columns: № п/п, ФИО субъекта или иная информация, перечень категорий, наименование ИСПДн,
/// причина, дата уничтожения. A4.
PrintedForm printed_personal_data_log(const PersonalDataLogForm& facts);

}  // namespace fonds
