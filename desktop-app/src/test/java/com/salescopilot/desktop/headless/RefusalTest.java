package com.salescopilot.desktop.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a line, the answer is one sentence, and the next line is answered.
@TestInstance(Lifecycle.PER_CLASS)
final class RefusalTest {
  private static final String NOBODY = "01970000-0000-7000-8000-0000000000cc";

  private Console anna;
  private String ana;

  @BeforeAll
  void start(@TempDir Path temporary) {
    anna = Console.anna(temporary.resolve("anna"));
    ana = anna.prospect("ana@b.io");
  }

  @AfterAll
  void close() {
    anna.close();
  }

  @ParameterizedTest
  @MethodSource
  void a_line_that_is_no_command_is_malformed(String line) {
    assertRefused(line, "MALFORMED");
  }

  static List<String> a_line_that_is_no_command_is_malformed() {
    return List.of(
        "x",
        "[]",
        "7",
        "null",
        "'outbox'",
        "{",
        "{'cmd':'outbox'",
        "{'cmd':'outbox'} {'cmd':'outbox'}",
        "{'cmd':'outbox','cmd':'dump'}",
        "{cmd:'outbox'}",
        "{'cmd':'out\u0001box'}",
        "{'cmd':NaN}",
        "\u0000",
        "\uFEFF{'cmd':'outbox'}",
        "{'a':".repeat(70) + "1" + "}".repeat(70),
        "[".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource
  void a_command_that_is_not_in_the_contract_is_invalid(String line) {
    assertRefused(line, "INVALID");
  }

  static List<String> a_command_that_is_not_in_the_contract_is_invalid() {
    return List.of(
        "{}",
        "{'cmd':null}",
        "{'cmd':7}",
        "{'cmd':''}",
        "{'cmd':'OUTBOX'}",
        "{'cmd':'exit'}",
        "{'cmd':'outbox','limit':3}",
        "{'cmd':'sync','now':true}",
        "{'cmd':'dump','entity':'prospect'}",
        "{'cmd':'list'}",
        "{'cmd':'list','entity':'prospects'}",
        "{'cmd':'list','entity':'sqlite_master'}",
        "{'cmd':'list','entity':7}",
        "{'cmd':'list','entity':'prospect','limit':-1}",
        "{'cmd':'list','entity':'prospect','limit':1.5}",
        "{'cmd':'list','entity':'prospect','limit':'1'}",
        "{'cmd':'list','entity':'prospect','offset':99999999999}",
        "{'cmd':'list','entity':'prospect','search':{}}",
        "{'cmd':'get','entity':'prospect'}",
        "{'cmd':'get','entity':'prospect','id':'1'}",
        "{'cmd':'get','entity':'prospect','id':7}",
        "{'cmd':'create','entity':'prospect'}",
        "{'cmd':'create','entity':'prospect','fields':[]}",
        "{'cmd':'create','entity':'prospect','fields':{}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':null}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'no address'}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':7}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','nam':'x'}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','updatedAt':'x'}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','company':'a\\u0000b'}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','company':'\\ud800'}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','customFields':7}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','customFields':{'':1}}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','customFields':{'n':1e400}}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','customFields':{'n':12345678901234567890}}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','customFields':{'n':[null]}}}",
        "{'cmd':'create','entity':'prospect','fields':{'email':'a@b.io','company':'%s'}}"
            .formatted("x".repeat(201)),
        "{'cmd':'create','entity':'email_draft','fields':{'bodyHtml':'%s'}}"
            .formatted("x".repeat(102_401)),
        "{'cmd':'create','entity':'email_draft','fields':{'bodyHtml':7}}",
        "{'cmd':'create','entity':'email','fields':{'subject':'Hi'}}",
        "{'cmd':'create','entity':'conflict','fields':{}}",
        "{'cmd':'create','entity':'campaign','fields':{'name':'Spring','status':'ACTIVE'}}",
        "{'cmd':'create','entity':'template_favorite','fields':{'templateId':'x'}}",
        "{'cmd':'send'}",
        "{'cmd':'send','draftId':'" + NOBODY + "','undoSeconds':-1}",
        "{'cmd':'send','draftId':'" + NOBODY + "','undoSeconds':'ten'}",
        "{'cmd':'command','op':'campaign.start'}",
        "{'cmd':'command','op':'campaign.explode','id':'" + NOBODY + "','args':{}}",
        "{'cmd':'command','op':'nonsense','id':'" + NOBODY + "','args':{}}",
        "{'cmd':'command','op':'campaign.enrol','id':'" + NOBODY + "'}",
        "{'cmd':'command','op':'campaign.enrol','id':'" + NOBODY + "','args':{'prospectIds':7}}",
        "{'cmd':'command','op':'campaign.enrol','id':'" + NOBODY + "','args':[]}",
        "{'cmd':'command','op':'campaign.pause','id':'" + NOBODY + "','args':{'key':'x'}}",
        "{'cmd':'command','op':'campaign.pause','id':'" + NOBODY + "','args':{'op':'delete'}}",
        "{'cmd':'signup','server':'https://copilot.example.com','email':'a@b.io'}",
        "{'cmd':'login','server':'https://copilot.example.com','password':'x'}",
        "{'cmd':'login','server':'https://x.example','email':'a@b.io','password':'x','pin':1}");
  }

  @ParameterizedTest
  @MethodSource
  void a_row_that_is_not_there_is_not_found_or_gone(String line) {
    JsonNode answer = anna.ask(line);
    assertThat(answer.at("/error/code").asText()).as(line).isIn("NOT_FOUND", "GONE");
    HeadlessTest.assertRefused(line, anna);
  }

  static List<String> a_row_that_is_not_there_is_not_found_or_gone() {
    String here = "'id':'" + NOBODY + "'";
    return List.of(
        "{'cmd':'get','entity':'prospect'," + here + "}",
        "{'cmd':'patch','entity':'prospect'," + here + ",'fields':{'company':'x'}}",
        "{'cmd':'delete','entity':'prospect'," + here + "}",
        "{'cmd':'send','draftId':'" + NOBODY + "'}",
        "{'cmd':'command','op':'campaign.start'," + here + ",'args':{}}",
        "{'cmd':'command','op':'email.cancel'," + here + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense                        | BAD_ADDRESS",
        "ftp://copilot.example.com       | BAD_ADDRESS",
        "http://copilot.example.com      | BAD_ADDRESS",
        "https://anna@copilot.example.com| BAD_ADDRESS",
        "https://copilot.example.com?a=b | BAD_ADDRESS",
        "http://127.0.0.1:99999          | BAD_ADDRESS",
        "''                              | BAD_ADDRESS",
        "http://127.0.0.1:1              | NO_ANSWER",
        "https://127.0.0.1:1             | NO_ANSWER",
        "https://nowhere.invalid         | NO_ANSWER",
      })
  void a_wrong_server_address_is_said_to_be_one(String server, String code) {
    String who =
        "'server':'" + server + "','email':'anna@example.com','password':'secret horse 9'}";
    assertRefused("{'cmd':'login'," + who, code);
    assertRefused("{'cmd':'signup'," + who, code);
  }

  @Test
  void rows_that_only_the_server_makes_cannot_be_changed_here() {
    assertRefused(
        "{'cmd':'patch','entity':'prospect','id':'" + ana + "','fields':{'createdAt':null}}",
        "INVALID");
    assertRefused(
        "{'cmd':'patch','entity':'prospect','id':'" + ana + "','fields':{'email':null}}",
        "INVALID");
    assertRefused("{'cmd':'patch','entity':'prospect','id':'" + ana + "'}", "INVALID");
  }

  private void assertRefused(String line, String code) {
    HeadlessTest.assertRefused(line, anna);
    assertThat(anna.ask(line).at("/error/code").asText()).as(line).isEqualTo(code);
  }
}
