using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Reading;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>What the contract decides: the rate of the loop where the file states none, and the names of the channels.</summary>
internal static class ContractAgreement
{
    public static void Check(RunSettings settings, SafetyContract contract, RuleReport report)
    {
        if ((settings.Loop.RateHz ?? contract.RateHz) is not { } rateHz)
        {
            report.Error("RT030", "loop.rate_hz", "neither the run nor the contract states a rate", "state rate_hz in the contract");
            return;
        }

        RateRules.Check(settings, settings.Loop.RateHz is null ? rateHz : null, report);
        if (contract.RateHz is { } contractRateHz && contractRateHz != rateHz && contract.Channels.Any(channel => channel.MaxStep is not null))
        {
            string message = $"max_step of the contract counts per control period of {ShortNumber.Of(contractRateHz, "Hz")}, the loop runs at {ShortNumber.Of(rateHz, "Hz")}";
            report.Error("RT030", "loop.rate_hz", message, "state max_velocity in the contract, or use its rate");
        }

        CheckChannels(settings.Robot.Options.Channels, contract, report);
    }

    private static void CheckChannels(IReadOnlyList<string> channels, SafetyContract contract, RuleReport report)
    {
        string[] known = [.. contract.Channels.Select(channel => channel.Name)];
        for (int i = 0; i < channels.Count; i++)
        {
            if (!known.Contains(channels[i]))
            {
                report.Error("RT031", $"robot.options.channels[{i}]", $"the contract has no channel {Quoted.Of(channels[i])}", Suggestion.Of(channels[i], known, "Channels"));
            }
        }
    }
}
