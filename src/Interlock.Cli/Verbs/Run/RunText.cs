using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Config;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Gate;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Session;
using Interlock.Runtime.Supervision;

namespace Interlock.Cli.Verbs.Run;

/// <summary>A run for the person beside the robot.</summary>
internal sealed class RunText(VerbHost host) : IRunReport
{
    private const double NsPerS = 1e9;
    private const double NsPerUs = 1e3;
    private long? _startNs;

    public void Prepared(RunFile file, Preparation prepared, DiagnosticCollector findings)
    {
        FailureReport.Write(host.Error, findings.Items);
        ConfigBlock.Write(host.Out, file.Effective(RunContract.TryLoad(file, new DiagnosticCollector())), host.Width);
        if (prepared.Gate is { } gate)
        {
            Line(GateLine(gate.Report, gate.Level));
        }

        foreach (string note in prepared.Session?.Notes ?? [])
        {
            Line($"note: {note}");
        }

        if (prepared.Session?.RecordingPath is { } path)
        {
            Line($"recording to {Path.GetRelativePath(Environment.CurrentDirectory, path)}");
        }

        if (prepared.Session is null)
        {
            GateFinding cause = prepared.Gate!.Report.FirstCause!;
            host.Error.WriteLine($"Refused to start: {cause.Code} {cause.Text}");
        }
    }

    public void Happened(Happening happening)
    {
        _startNs ??= happening.MonotonicNs;
        double seconds = (happening.MonotonicNs - _startNs.Value) / NsPerS;
        char mark = happening.Level switch { FlightLevel.Error or FlightLevel.Fatal => 'x', FlightLevel.Warning => '!', _ => ' ' };
        string time = FormattableString.Invariant($"{seconds,7:0.00} s");
        WrappedText.Write(host.Out, $"{mark}{time.TrimStart()} {happening.Sentence}".TrimStart(), host.Width, indent: time.Length - time.TrimStart().Length + (mark == ' ' ? 1 : 0), hanging: time.Length + 2);
    }

    public void Ended(RunOutcome outcome)
    {
        foreach (OutcomeReport episode in outcome.Episodes)
        {
            Line(episode.ToString());
        }

        if (outcome.Episodes.Count > 1)
        {
            Line($"task done: {outcome.Success}");
        }

        Line($"{outcome.Ticks} ticks, {outcome.MissedTicks} missed, {outcome.ClippedTicks} actions changed by the guard{CausesOf(outcome)}{TimesOf(outcome)}");
        if (outcome.Recording is { } health)
        {
            Line(health.Fault is { } fault
                ? $"the recording ended early: {fault.Code} {fault.Message}"
                : $"recorded {health.StepsWritten} steps, {health.BytesWritten / 1e6:0.0} MB, {health.StepsDropped + health.EventsDropped + health.ItemsDropped} dropped");
            Line($"next: interlock replay {Path.GetRelativePath(Environment.CurrentDirectory, outcome.RecordingPath!)}");
        }

        Verdict(outcome);
    }

    private static string GateLine(GateReport report, string? level) =>
        report.IsEqual ? $"gate: passed, certificate level {level}"
        : report.MayStart ? $"gate: would refuse ({report.FirstCause!.Code} {report.FirstCause.Text}); a simulation goes on"
        : $"gate: refused, certificate level {level ?? "unknown"}";

    private static string CausesOf(RunOutcome outcome) => outcome.Interventions.Count == 0
        ? ""
        : $" ({string.Join(", ", outcome.Interventions.Select(cause => $"{cause.Key} {cause.Value}"))})";

    private static string TimesOf(RunOutcome outcome) => outcome.TickWork is { MedianNs: > 0 } work
        ? FormattableString.Invariant($"; a tick works {work.MedianNs / NsPerUs:0} us (99 % under {work.P99Ns / NsPerUs:0} us)")
        : "";

    private void Verdict(RunOutcome outcome)
    {
        if (outcome.FinalState == SupervisorState.Stopped)
        {
            foreach (string sentence in outcome.WhatWasWrong)
            {
                Line(sentence);
            }

            host.Error.WriteLine($"Stopped{(outcome.StopCode is { } code ? $" by {code}" : "")}; the stop is latched, and a software stop.");
        }
        else if (outcome.FinalState == SupervisorState.AwaitingHuman || outcome.IsInterrupted)
        {
            Line($"ended while {outcome.FinalState}{(outcome.GaveUp ? "; there was nobody to ask" : "")}");
        }
    }

    private void Line(string text) => WrappedText.Write(host.Out, text, host.Width, indent: 0, hanging: 2);
}
