using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Reads a step log, one JSON object per line as <c>interlock replay --jsonl</c> writes them, into one labelled policy.</summary>
internal static class StepLog
{
    public static LabelledPolicy Read(string file, LabelFile? labels, CancellationToken cancellation)
    {
        Findings findings = new(file);
        StepLogReader reader = new(findings);
        foreach ((int number, ReadOnlyMemory<byte> line) in BoundedLines.Of(findings))
        {
            cancellation.ThrowIfCancellationRequested();
            JsonInput.Guarded(findings, _ => reader.Read(number, line), number);
        }

        KeyValuePair<string, StepLogEpisode>[] episodes = [.. reader.Episodes.Where(pair => pair.Value.Steps > 0)];
        if (episodes.Length == 0)
        {
            findings.Error(StudyCode.NoEpisodes, "there is no step in the log");
        }

        LabelledEpisode[] labelled = [.. episodes.Select(pair => Label(pair.Key, pair.Value, labels, findings))];
        RequireKnown(labels, episodes.Select(pair => pair.Key), findings);
        findings.ThrowIfErrors();
        return new LabelledPolicy(Names.OfFile(findings.File), findings.File, labelled, [.. reader.Monitors.Select(name => Column(name, episodes))]);
    }

    private static MonitorColumn Column(string name, KeyValuePair<string, StepLogEpisode>[] episodes)
    {
        LengthBehaviour length = StepMonitor.Length(name);
        double sign = StepMonitor.Sign(name);
        double[][] tracks = [.. episodes.Select(pair => pair.Value.Track(name, sign))];
        return new MonitorColumn(name, length, [.. tracks.Select(track => StepMonitor.Summarise(length, track))], tracks);
    }

    private static LabelledEpisode Label(string name, StepLogEpisode episode, LabelFile? labels, Findings findings)
    {
        bool? beside = labels is not null && labels.Outcomes.TryGetValue(name, out bool outcome) ? outcome : null;
        if ((beside ?? episode.Succeeded) is not { } succeeded)
        {
            findings.Error(
                StudyCode.NoLabel, $"episode {name} has no label", hint: "put \"success\" on one of its lines, or name a file with --labels");
            return new LabelledEpisode(name, false, episode.Steps, null);
        }

        if (beside is not null && episode.Succeeded is not null && beside != episode.Succeeded)
        {
            findings.Error(StudyCode.LabelConflict, $"episode {name} is labelled differently in the log and in {labels!.File}");
        }

        return new LabelledEpisode(name, succeeded, episode.Steps, episode.Violations);
    }

    private static void RequireKnown(LabelFile? labels, IEnumerable<string> episodes, Findings findings)
    {
        if (labels is null or { ForSeveralLogs: true })
        {
            return;
        }

        HashSet<string> known = [.. episodes];
        foreach (string stranger in labels.Outcomes.Keys.Where(name => !known.Contains(name)))
        {
            findings.Error(StudyCode.LabelForNobody, $"{labels.File} labels episode {stranger}, which is not in the log");
        }
    }
}
