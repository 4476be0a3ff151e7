using Interlock.Core.Episodes;

namespace Interlock.Simulation.Recordings;

/// <summary>
/// Writes episodes as one CSV table with a header: <c>episode,step,timestamp,action.NAME…,state.NAME…,success</c>. Numbers
/// round-trip exactly; non-finite ones are NaN, Infinity and -Infinity; success is 1, 0 or empty.
/// </summary>
public sealed class CsvEpisodeWriter
{
    private readonly TextWriter _output;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Where to write; lines end in a line feed whatever the platform.</param>
    /// <param name="description">Names of the action and state channels.</param>
    public CsvEpisodeWriter(TextWriter output, EpisodeSourceDescription description)
    {
        _output = output;
        IEnumerable<string> names =
        [
            "episode", "step", "timestamp",
            .. description.ActionChannels.Select(name => $"action.{name}"),
            .. description.StateChannels.Select(name => $"state.{name}"),
            "success",
        ];
        WriteLine(names);
    }

    /// <summary>Appends the rows of one episode.</summary>
    public void Write(Episode episode)
    {
        for (int step = 0; step < episode.Length; step++)
        {
            WriteLine(
            [
                $"{episode.Index}",
                $"{step}",
                episode.TimestampsS is { } timestamps ? Text(timestamps[step]) : "",
                .. Texts(episode.Action(step)),
                .. Texts(episode.State(step)),
                episode.Success switch { true => "1", false => "0", null => "" },
            ]);
        }
    }

    private void WriteLine(IEnumerable<string> cells)
    {
        _output.Write(string.Join(',', cells));
        _output.Write('\n');
    }

    private static List<string> Texts(ReadOnlySpan<double> values)
    {
        List<string> texts = new(values.Length);
        foreach (double value in values)
        {
            texts.Add(Text(value));
        }

        return texts;
    }

    private static string Text(double value) => value switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => $"{value:R}",
    };
}
