using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Gate.Receipts;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Session;

namespace Interlock.Cli.Verbs.Run;

/// <summary>A run for programs: one document at the end, or a line for every event.</summary>
internal sealed class RunJson(VerbHost host, bool streams) : IRunReport
{
    private readonly List<Happening> _events = [];
    private Preparation? _prepared;

    public void Prepared(RunFile file, Preparation prepared, DiagnosticCollector findings)
    {
        _prepared = prepared;
        if (prepared.Session is null)
        {
            Write(writer => WriteOutcome(writer, null));
        }
    }

    public void Happened(Happening happening)
    {
        if (!streams)
        {
            _events.Add(happening);
            return;
        }

        Write(writer => WriteEvent(writer, happening));
    }

    public void Ended(RunOutcome outcome) => Write(writer => WriteOutcome(writer, outcome));

    private void Write(Action<Utf8JsonWriter> content) =>
        JsonDocumentWriter.Write(host.Out, content, indented: !streams);

    private static void WriteEvent(Utf8JsonWriter writer, Happening happening)
    {
        writer.WriteStartObject();
        writer.WriteNumber("monotonic_ns", happening.MonotonicNs);
        writer.WriteString("level", EnumWord.Of(happening.Level));
        writer.WriteString("code", happening.Code);
        writer.WriteString("message", happening.Sentence);
        writer.WriteEndObject();
    }

    private void WriteOutcome(Utf8JsonWriter writer, RunOutcome? outcome)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("started", outcome is not null);
        WriteGate(writer);
        if (outcome is not null)
        {
            WriteCounts(writer, outcome);
            WriteEpisodes(writer, outcome);
            writer.WriteString("recording", outcome.RecordingPath);
        }

        if (!streams)
        {
            writer.WriteStartArray("events");
            _events.ForEach(happening => WriteEvent(writer, happening));
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void WriteGate(Utf8JsonWriter writer)
    {
        if (_prepared?.Gate is { } gate)
        {
            writer.WriteStartObject("gate");
            writer.WriteString("certificate_level", gate.Level);
            ReceiptWriter.WriteDecision(writer, gate.Report);
            writer.WriteEndObject();
        }
    }

    private static void WriteCounts(Utf8JsonWriter writer, RunOutcome outcome)
    {
        writer.WriteString("final_state", EnumWord.Of(outcome.FinalState));
        writer.WriteString("stop_code", outcome.StopCode);
        writer.WriteBoolean("interrupted", outcome.IsInterrupted);
        writer.WriteNumber("ticks", outcome.Ticks);
        writer.WriteNumber("missed_ticks", outcome.MissedTicks);
        writer.WriteNumber("clipped_ticks", outcome.ClippedTicks);
        writer.WriteStartObject("interventions");
        foreach ((string code, long count) in outcome.Interventions)
        {
            writer.WriteNumber(code, count);
        }

        writer.WriteEndObject();
        writer.WriteNumber("lateness_p99_ns", outcome.LatenessP99Ns);
        if (outcome.TickWork is { } work)
        {
            writer.WriteNumber("tick_work_median_ns", work.MedianNs);
            writer.WriteNumber("tick_work_p99_ns", work.P99Ns);
        }

        if (outcome.Recording is { } health)
        {
            writer.WriteNumber("steps_recorded", health.StepsWritten);
            writer.WriteNumber("records_dropped", health.StepsDropped + health.EventsDropped + health.ItemsDropped);
            writer.WriteString("recording_fault", health.Fault?.Code);
        }
    }

    private static void WriteEpisodes(Utf8JsonWriter writer, RunOutcome outcome)
    {
        writer.WriteStartArray("episodes");
        foreach (OutcomeReport episode in outcome.Episodes)
        {
            writer.WriteStartObject();
            writer.WriteNumber("episode", episode.Episode);
            writer.WriteString("outcome", EnumWord.Of(episode.Outcome));
            writer.WriteString("judge", EnumWord.Of(episode.Judge));
            writer.WriteNumber("duration_s", episode.DurationS);
            writer.WriteNumber("interventions", episode.Interventions);
            writer.WriteNumber("stops", episode.Stops);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
