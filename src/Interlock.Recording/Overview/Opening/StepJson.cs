using System.Text.Json;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Overview.Opening;

/// <summary>
/// Messages of a step straight from their bytes into a frame: no object for a message, because a long recording has ten million of them.
/// Words become indexes of the given lists. A message that is not as its schema says is refused and leaves the frame in part filled.
/// </summary>
internal sealed class StepJson(StepFrame frame, WordIndex verdicts, WordIndex states, WordIndex sources)
{
    /// <summary>The tick of the message; null when the message cannot be used.</summary>
    public long? Read(StepTopic topic, ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        try
        {
            return Fields(ref reader, topic);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private long? Fields(ref Utf8JsonReader reader, StepTopic topic)
    {
        long? tick = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("tick"u8))
            {
                tick = reader.GetInt64();
            }
            else if (!Field(ref reader, topic, name))
            {
                reader.Skip();
            }
        }

        return reader.TokenType == JsonTokenType.EndObject ? tick : null;
    }

    private bool Field(ref Utf8JsonReader reader, StepTopic topic, ReadOnlySpan<byte> name) => topic switch
    {
        StepTopic.Raw => Row(ref reader, name, StepParts.Policy, frame.Policy),
        StepTopic.Policy => Row(ref reader, name, StepParts.Unnormalised, frame.Unnormalised),
        StepTopic.Guarded => Row(ref reader, name, StepParts.Guarded, frame.Guarded),
        StepTopic.Executed => Row(ref reader, name, StepParts.Executed, frame.Executed),
        StepTopic.State => Row(ref reader, name, StepParts.State, frame.State),
        StepTopic.Monitors => Row(ref reader, name, StepParts.Monitors, frame.MonitorValues),
        StepTopic.Force => Force(ref reader, name),
        StepTopic.Verdict => Verdict(ref reader, name),
        StepTopic.Supervisor => Supervisor(ref reader, name),
        _ => Timing(ref reader, name),
    };

    private bool Row(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, StepParts part, Span<double> row)
    {
        if (!name.SequenceEqual("values"u8))
        {
            return false;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new FormatException();
        }

        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            double value = JsonField.Number(ref reader);
            row[count < row.Length ? count : throw new FormatException()] = value;
            count++;
        }

        frame.Parts |= count == row.Length ? part : throw new FormatException();
        return true;
    }

    private bool Force(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("force_n"u8))
        {
            frame.ForceN = JsonField.Optional(ref reader);
            return true;
        }

        if (name.SequenceEqual("torque_nm"u8))
        {
            frame.TorqueNm = JsonField.Optional(ref reader);
            return true;
        }

        return false;
    }

    private bool Verdict(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("verdict"u8))
        {
            frame.Verdict = verdicts.Of(ref reader);
            return true;
        }

        if (name.SequenceEqual("clip_fraction"u8))
        {
            frame.ClipFraction = JsonField.Optional(ref reader);
            return true;
        }

        if (name.SequenceEqual("margin"u8))
        {
            frame.Margin = JsonField.Optional(ref reader);
            return true;
        }

        return false;
    }

    private bool Supervisor(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("state"u8))
        {
            frame.SupervisorState = states.Of(ref reader);
            return true;
        }

        if (name.SequenceEqual("source"u8))
        {
            frame.ActionSource = sources.Of(ref reader);
            return true;
        }

        if (name.SequenceEqual("confidence"u8))
        {
            frame.Confidence = JsonField.Optional(ref reader);
            return true;
        }

        return false;
    }

    private bool Timing(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (name.EndsWith("_ns"u8))
        {
            return Nanoseconds(ref reader, name);
        }

        if (name.SequenceEqual("observation_age_ms"u8))
        {
            frame.ObservationAgeMs = JsonField.Optional(ref reader);
        }
        else if (name.SequenceEqual("chunk_age_ms"u8))
        {
            frame.ChunkAgeMs = JsonField.Optional(ref reader);
        }
        else if (name.SequenceEqual("action_lag_ms"u8))
        {
            frame.ActionLagMs = JsonField.Optional(ref reader);
        }
        else if (name.SequenceEqual("latency_ms"u8))
        {
            frame.LatencyMs = JsonField.Optional(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool Nanoseconds(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("lateness_ns"u8))
        {
            frame.LatenessNs = reader.GetInt64();
        }
        else if (name.SequenceEqual("read_ns"u8))
        {
            frame.ReadNs = reader.GetInt64();
        }
        else if (name.SequenceEqual("schedule_ns"u8))
        {
            frame.ScheduleNs = reader.GetInt64();
        }
        else if (name.SequenceEqual("guard_ns"u8))
        {
            frame.GuardNs = reader.GetInt64();
        }
        else if (name.SequenceEqual("send_ns"u8))
        {
            frame.SendNs = reader.GetInt64();
        }
        else
        {
            return false;
        }

        return true;
    }
}
