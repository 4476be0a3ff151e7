using System.Globalization;
using System.Text;
using System.Xml;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Html;
using Interlock.Dashboard.Reports.Readiness;

namespace Interlock.Dashboard.Reports.Machine;

/// <summary>The report as JUnit XML: each promise of the contract, each check of the gate and each line of the checklist is a test case.</summary>
internal static class JUnitReport
{
    public static string Write(ReportFacts facts)
    {
        (string Name, IReadOnlyList<TestCase> Cases)[] suites =
        [
            .. facts.Episodes.Select(episode => (episode.File, EpisodeCases.Of(episode))),
            .. facts.Readiness is { } readiness ? [("readiness", (IReadOnlyList<TestCase>)[.. readiness.Lines.Select(Of)])] : Array.Empty<(string, IReadOnlyList<TestCase>)>(),
            .. facts.Problems.Count > 0 ? [("files", (IReadOnlyList<TestCase>)[.. facts.Problems.Select(problem => new TestCase(problem.File ?? "file", $"{problem.Code} {problem.Message}"))])] : Array.Empty<(string, IReadOnlyList<TestCase>)>(),
        ];
        StringBuilder text = new();
        using (XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", CleanText.Of(facts.Title));
            Counts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
            foreach ((string name, IReadOnlyList<TestCase> cases) in suites)
            {
                Suite(xml, name, cases);
            }

            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static TestCase Of(ReadinessLine line) => line.State switch
    {
        ReadinessState.Shown => new TestCase(line.Item),
        ReadinessState.FoundWanting => new TestCase(line.Item, $"{line.Title}: found wanting; {line.Evidence}"),
        _ => new TestCase(line.Item, Skipped: $"{line.Title}: not shown; it would take {line.WouldShow}"),
    };

    private static void Suite(XmlWriter xml, string name, IReadOnlyList<TestCase> cases)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", CleanText.Of(name));
        Counts(xml, cases);
        foreach (TestCase each in cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", CleanText.Of(name));
            xml.WriteAttributeString("name", CleanText.Of(each.Name));
            Ending(xml, "failure", each.Failure);
            Ending(xml, "skipped", each.Skipped);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Ending(XmlWriter xml, string element, string? message)
    {
        if (message is not null)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString("message", CleanText.Of(message));
            xml.WriteEndElement();
        }
    }

    private static void Counts(XmlWriter xml, IReadOnlyList<TestCase> cases)
    {
        xml.WriteAttributeString("tests", cases.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", cases.Count(each => each.Failure is not null).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("skipped", cases.Count(each => each.Skipped is not null).ToString(CultureInfo.InvariantCulture));
    }
}
