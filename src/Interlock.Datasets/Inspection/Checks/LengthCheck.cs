using Interlock.Core.Episodes;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>Actions and states of different length cannot be compared channel by channel.</summary>
internal sealed class LengthCheck(EpisodeSourceDescription description) : IEpisodeCheck
{
    public void See(Episode episode)
    {
    }

    public IEnumerable<DatasetOddity> Findings()
    {
        int actions = description.ActionChannels.Count;
        int states = description.StateChannels.Count;
        if (states > 0 && actions != states)
        {
            yield return new DatasetOddity(
                OddityCodes.ActionStateLength,
                $"actions have {actions} channels, states {states}: the first step cannot be limited against the measured state channel by channel");
        }
    }
}
