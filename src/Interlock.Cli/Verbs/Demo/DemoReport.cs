using Interlock.Cli.Output;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>What the demo prints.</summary>
internal static class DemoReport
{
    public static void Write(VerbHost host, DemoResult result)
    {
        if (result.Options.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => DemoJson.Write(writer, result));
            return;
        }

        int width = Math.Max(40, host.Width);
        Paragraph(
            host.Out,
            $"{result.SuccessfulDemonstrations} of {result.Demonstrations} demonstrations succeeded ({result.DemonstrationSteps} steps). "
            + "Calibrated on them; claims beside what held-out episodes gave:",
            width);
        foreach (ClaimReport claim in result.Claims)
        {
            Paragraph(host.Out, Line(claim), width);
        }

        host.Out.WriteLine();
        Paragraph(host.Out, $"Each fault sets in after {result.Trials[0].OnsetS:0.00} s of the same episode. Without guard → with guard:", width);
        host.Out.WriteLine();
        DemoTable.Write(host.Out, result.Trials, width);
        host.Out.WriteLine();
        Paragraph(host.Out, DemoStory.Of(result.Trials), width);
        host.Out.WriteLine();
        Paragraph(host.Out, $"Written to {result.Options.Folder}: {string.Join(", ", Names(result))}.", width);
        host.Out.WriteLine("Try next:");
        foreach (string command in NextCommands.For(result.Options.Folder, result.Trials[0].Fault))
        {
            host.Out.WriteLine($"  {command}");
        }
    }

    private static IEnumerable<string> Names(DemoResult result)
    {
        string[] recordings = [.. result.Trials.Select(trial => DemoFiles.Recording(trial.Fault))];
        return result.Files.Except(recordings).Append(recordings.Length == 1 ? recordings[0] : DemoFiles.Recording("FAULT"));
    }

    private static string Line(ClaimReport claim)
    {
        string claimed = claim.Claimed is { } value ? $"claimed {value:0.###}, " : "";
        return $"- {claim.Name}: {claimed}measured {claim.Achieved:0.###} ({claim.Interval.Low:0.##} to {claim.Interval.High:0.##}) {claim.Unit}";
    }

    private static void Paragraph(TextWriter output, string text, int width)
    {
        int column = 0;
        foreach (string word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > width)
            {
                output.WriteLine();
                column = 0;
            }

            output.Write(column == 0 ? word : $" {word}");
            column += word.Length + (column == 0 ? 0 : 1);
        }

        output.WriteLine();
    }
}
