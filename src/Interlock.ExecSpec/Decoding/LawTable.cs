using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding;

/// <summary>The law of every channel at every position in the chunk, row-major T×D.</summary>
internal sealed class LawTable
{
    private LawTable(ChannelLaw[] laws, bool[] applied, int channels)
    {
        Laws = laws;
        Applied = applied;
        Channels = channels;
    }

    public ChannelLaw[] Laws { get; }

    /// <summary>True where the scheme applies, which is where a clip applies.</summary>
    public bool[] Applied { get; }

    public int Channels { get; }

    public int Timesteps => Laws.Length / Channels;

    public static LawTable Of(Normaliser normaliser, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        (IReadOnlyList<double> First, IReadOnlyList<double> Second)? rows = normaliser.Rows;
        int timesteps = rows is null ? 1 : normaliser.Statistics!.Timesteps;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timesteps, nameof(normaliser));
        LawTable table = new(new ChannelLaw[channels * timesteps], new bool[channels * timesteps], channels);
        Array.Fill(table.Laws, ChannelLaw.Pass);
        if (rows is { } known)
        {
            table.Fill(normaliser, known.First, known.Second);
        }

        return table;
    }

    private void Fill(Normaliser normaliser, IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ActionStatistics statistics = normaliser.Statistics!;
        for (int i = 0; i < Laws.Length; i++)
        {
            (int timestep, int channel) = int.DivRem(i, Channels);
            int place = (timestep * statistics.Channels) + channel;
            if (channel >= statistics.Channels || place >= first.Count || place >= second.Count)
            {
                continue;
            }

            Applied[i] = normaliser.AppliesTo(channel);
            ChannelLaw law = Applied[i] ? ChannelLaw.Of(normaliser.Scheme, normaliser.Arithmetic, first[place], second[place]) : ChannelLaw.Pass;
            Laws[i] = IsZeroed(normaliser, place, first, second) ? law.WithForwardZero() : law;
        }
    }

    private static bool IsZeroed(Normaliser normaliser, int place, IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (!normaliser.Arithmetic.ZeroRangeBecomesZero || normaliser.Scheme == NormalisationScheme.MeanStd)
        {
            return false;
        }

        ActionStatistics statistics = normaliser.Statistics!;
        return statistics is { Min: { } min, Max: { } max } && place < min.Count && place < max.Count
            ? min[place] == max[place]
            : first[place] == second[place];
    }
}
