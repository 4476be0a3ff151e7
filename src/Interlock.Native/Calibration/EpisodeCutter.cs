using Interlock.Core.Contract;

namespace Interlock.Native.Calibration;

/// <summary>Cuts one long array into episodes and gives its columns names.</summary>
internal static class EpisodeCutter
{
    public static double[][] Cut(ReadOnlySpan<double> actions, ReadOnlySpan<long> lengths, int channels)
    {
        double[][] episodes = new double[lengths.Length][];
        int at = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] < 0 || lengths[i] > (actions.Length - at) / channels)
            {
                throw new ArgumentException($"lengths: episode {i} of {lengths[i]} rows does not lie in the {actions.Length} values");
            }

            int size = (int)lengths[i] * channels;
            episodes[i] = actions.Slice(at, size).ToArray();
            at += size;
        }

        return at == actions.Length ? episodes : throw new ArgumentException($"lengths: {actions.Length - at} values belong to no episode");
    }

    /// <summary>The names, one per line; <c>action_0</c>… when there are none.</summary>
    public static string[] Names(string lines, nuint channels)
    {
        if (channels is 0 or > ContractLimits.MaxChannels)
        {
            throw new ArgumentException($"channels: 1 to {ContractLimits.MaxChannels}, not {channels}");
        }

        string[] names = lines.Length == 0
            ? [.. Enumerable.Range(0, (int)channels).Select(i => $"action_{i}")]
            : lines.Split('\n');
        return (nuint)names.Length == channels ? names : throw new ArgumentException($"names: {names.Length} names for {channels} channels");
    }
}
