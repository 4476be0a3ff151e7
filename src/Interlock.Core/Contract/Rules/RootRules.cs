using Interlock.Core.Text;

namespace Interlock.Core.Contract.Rules;

/// <summary>Rules on the contract as a whole: name, rate, words, number and names of the channels.</summary>
internal static class RootRules
{
    public static void Check(SafetyContract contract, RuleReport report)
    {
        NameRules.Check(contract.Name, "name", report);
        NumberRules.IsInside(contract.RateHz, ContractLimits.MinRateHz, ContractLimits.MaxRateHz, "rate_hz", "Hz", report);
        WordRules.Check(contract.Space, "action.space", report);
        WordRules.Check(contract.Reference, "action.reference", report);
        WordRules.Check(contract.Mode, "mode", report);
        WordRules.Check(contract.RateLimiting, "rate_limiting", report);
        CheckCount(contract.Channels.Count, report);
        CheckUnique(contract.Channels, report);
        CheckReference(contract, report);
        if (contract.Mode == GuardMode.Monitor)
        {
            report.Info("CT058", "mode", "mode is monitor: commands pass unchanged", "use clip or stop to enforce the limits");
        }
    }

    private static void CheckReference(SafetyContract contract, RuleReport report)
    {
        if (contract is { Reference: ActionReference.RelativeChunk, Space: ActionSpace.JointVelocity or ActionSpace.EeDelta })
        {
            report.Error(
                "CT027",
                "action.reference",
                $"relative_chunk is an offset from a position, but {EnumWord.Of(contract.Space)} commands a rate",
                "use absolute, or the space that the offsets are in");
        }
    }

    private static void CheckCount(int count, RuleReport report)
    {
        if (count is 0 or > ContractLimits.MaxChannels)
        {
            report.Error("CT022", "channels", $"{count} channels: 1 to {ContractLimits.MaxChannels} are needed");
        }
    }

    private static void CheckUnique(IReadOnlyList<ChannelContract> channels, RuleReport report)
    {
        Dictionary<string, int> first = [];
        for (int i = 0; i < channels.Count; i++)
        {
            string name = channels[i].Name;
            if (name.Length > 0 && !first.TryAdd(name, i))
            {
                report.Error(
                    "CT017",
                    $"channels[{i}].name",
                    $"the channel name {Quoted.Of(name)} is already used by channels[{first[name]}]",
                    "give each channel its own name");
            }
        }
    }
}
