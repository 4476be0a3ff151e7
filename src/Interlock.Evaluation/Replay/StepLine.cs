using System.Buffers;
using System.Text;
using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Guard.Interventions;

namespace Interlock.Evaluation.Replay;

/// <summary>Writes steps as JSON lines with the binding names of the command line.</summary>
public sealed class StepLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    /// <summary>Sets up the buffer that all lines share.</summary>
    public StepLine() => _json = new Utf8JsonWriter(_buffer);

    /// <summary>The word for a verdict in machine output.</summary>
    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Clip => "clip",
        Verdict.Hold => "hold",
        _ => "stop",
    };

    /// <summary>Writes one step.</summary>
    public void Write(TextWriter output, in ReplayStep step)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteNumber("episode", step.Episode);
        _json.WriteNumber("step", step.Step);
        JsonNumber.Write(_json, "raw", step.Raw);
        JsonNumber.Write(_json, "safe", step.Safe);
        _json.WriteString("verdict", NameOf(step.Result.Verdict));
        if (!step.Result.IsEnforced)
        {
            JsonNumber.Write(_json, "executed", step.Executed);
        }

        if (!step.Result.HasCommand)
        {
            _json.WriteBoolean("has_command", false);
        }

        WriteInterventions(step.Guard);
        WriteMonitors(step.Guard);
        WriteAlarms(step.Guard);
        if (step.Success is { } success)
        {
            _json.WriteBoolean("success", success);
        }

        _json.WriteEndObject();
        _json.Flush();
        output.WriteLine(Encoding.UTF8.GetString(_buffer.WrittenSpan));
    }

    /// <inheritdoc />
    public void Dispose() => _json.Dispose();

    private void WriteInterventions(ActionGuard guard)
    {
        _json.WriteStartArray("interventions");
        foreach (ref readonly Intervention item in guard.LastInterventions)
        {
            _json.WriteStartObject();
            _json.WriteString("code", item.Code);
            WriteName("channel", item.Channel < 0 ? null : guard.Contract.Channels[item.Channel].Name);
            JsonNumber.Write(_json, "raw", item.Raw);
            JsonNumber.Write(_json, "safe", item.Safe);
            JsonNumber.Write(_json, "limit", item.Limit);
            _json.WriteString("unit", item.Unit);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteName(string property, string? value)
    {
        if (value is null)
        {
            _json.WriteNull(property);
        }
        else
        {
            _json.WriteString(property, value);
        }
    }

    private void WriteMonitors(ActionGuard guard)
    {
        _json.WriteStartObject("monitors");
        for (int i = 0; i < guard.Monitors.Count; i++)
        {
            JsonNumber.Write(_json, guard.Monitors[i].Name, guard.MonitorValue(i));
        }

        _json.WriteEndObject();
    }

    private void WriteAlarms(ActionGuard guard)
    {
        _json.WriteStartArray("alarms");
        foreach (int fired in guard.LastAlarms)
        {
            _json.WriteStartObject();
            _json.WriteString("code", guard.Alarms[fired].Code);
            _json.WriteString("name", guard.Alarms[fired].Name);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
