namespace Interlock.Runtime.Supervision;

/// <summary>Makes the report that stands before a reset.</summary>
internal static class StopReportBuilder
{
    public static StopReport Build(SupervisorState state, EventLog log, TriggerSet visible)
    {
        bool stopped = state == SupervisorState.Stopped;
        SupervisorEvent? cause = log.NewestCause;
        SupervisorEvent? stop = log.NewestStop;
        List<string> sentences = [];
        if (cause is { } first)
        {
            sentences.Add(SupervisorText.Of(first));
        }

        if (stopped && stop is { } last && last != cause)
        {
            sentences.Add(SupervisorText.Of(last));
        }

        List<string> still = Still(visible.And(TransitionTable.Blocking));
        sentences.AddRange(still.Select(line => $"still visible: {line}"));
        sentences.Add(WhatToDo(stopped, still.Count > 0));
        return new StopReport(stopped, cause, still, sentences);
    }

    private static List<string> Still(TriggerSet left)
    {
        List<string> lines = [];
        for (SupervisorTrigger trigger = left.Worst; trigger != SupervisorTrigger.None; trigger = left.Worst)
        {
            TriggerInfo info = TriggerCatalogue.Of(trigger);
            lines.Add($"{info.Code} {info.Sentence}");
            left = left.Without(trigger);
        }

        return lines;
    }

    private static string WhatToDo(bool stopped, bool faultsLeft)
    {
        string mend = faultsLeft ? "Mend what is still visible; arming is refused until then. " : "";
        return stopped ? $"{mend}Reset leads to Idle and moves nothing; arm and start again." : $"{mend}Nothing is latched.";
    }
}
