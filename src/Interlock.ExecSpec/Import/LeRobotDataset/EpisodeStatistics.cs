using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobot.Json;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobotDataset;

/// <summary>Statistics of a v2.1 dataset, which has them per episode only: one JSON object per line (reference: ecosystem note, A1 and A2).</summary>
internal static class EpisodeStatistics
{
    public static ActionStatistics? Read(ImportSource source, string relative, DiagnosticCollector findings)
    {
        byte[] bytes = BoundedFile.Read(source.FullPathOf(relative), source.PlaceOf(relative));
        source.MarkRead(relative);
        EpisodeAggregate aggregate = new();
        int start = 0;
        for (int line = 1; start < bytes.Length; line++)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            int end = length < 0 ? bytes.Length : start + length;
            if (!bytes.AsSpan(start, end - start).Trim(" \t\r"u8).IsEmpty)
            {
                aggregate.Add(Episode(bytes[start..end], $"{source.PlaceOf(relative)}:{line}", findings));
            }

            start = end + 1;
        }

        return aggregate.Result(SourcePlace.OfFile(source.PlaceOf(relative)), findings);
    }

    private static (ActionStatistics? Table, double Count) Episode(byte[] line, string place, DiagnosticCollector findings)
    {
        JsonView action = Fields.Required(Fields.Required(JsonFile.Parse(line, place).Root, "stats"), FeatureShape.ActionKey);
        JsonView count = Fields.Required(action, "count");
        double frames = Fields.Items(count) is [{ } only] && only.Number() is > 0 and double number && double.IsFinite(number)
            ? number
            : throw Fields.Wrong(count, "this must be an array of one number above 0");
        return (StatisticsBlock.Read(action, findings), frames);
    }
}
