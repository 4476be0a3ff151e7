using System.Text.Json;
using Interlock.Core.Episodes;
using Interlock.Core.Text;

namespace Interlock.Simulation.Recordings;

/// <summary>
/// Writes episodes as JSON lines, one step each:
/// <c>{"episode","step","timestamp","action":[…],"state":[…],"task","success"}</c>. What was not recorded is left out.
/// </summary>
public sealed class JsonLinesEpisodeWriter
{
    private readonly Stream _output;

    /// <summary>Creates the writer.</summary>
    /// <param name="output">Where to write, as UTF-8; stays open.</param>
    public JsonLinesEpisodeWriter(Stream output) => _output = output;

    /// <summary>Appends the steps of one episode.</summary>
    public void Write(Episode episode)
    {
        using Utf8JsonWriter writer = new(_output);
        for (int step = 0; step < episode.Length; step++)
        {
            WriteStep(writer, episode, step);
            writer.Flush();
            _output.WriteByte((byte)'\n');
            writer.Reset();
        }
    }

    private static void WriteStep(Utf8JsonWriter writer, Episode episode, int step)
    {
        writer.WriteStartObject();
        writer.WriteNumber("episode", episode.Index);
        writer.WriteNumber("step", step);
        if (episode.TimestampsS is { } timestamps)
        {
            JsonNumber.Write(writer, "timestamp", timestamps[step]);
        }

        JsonNumber.Write(writer, "action", episode.Action(step));
        if (episode.States is not null)
        {
            JsonNumber.Write(writer, "state", episode.State(step));
        }

        WriteLabels(writer, episode);
        writer.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter writer, Episode episode)
    {
        if (episode.Task is { } task)
        {
            writer.WriteString("task", task);
        }

        if (episode.Success is { } success)
        {
            writer.WriteBoolean("success", success);
        }
    }
}
