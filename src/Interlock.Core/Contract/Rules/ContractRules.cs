using Interlock.Core.Diagnostics;

namespace Interlock.Core.Contract.Rules;

/// <summary>What has to hold for a contract to mean something, and what is legal but probably not meant.</summary>
public static class ContractRules
{
    /// <summary>Checks a contract that was built in code; files are checked by <see cref="Reading.ContractFile"/>.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="collector">Takes every finding (CT codes) with the key path as its place.</param>
    public static void Check(SafetyContract contract, DiagnosticCollector collector)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(collector);
        Check(contract, new RuleReport(collector, key => new SourcePlace(null, null, key)));
    }

    internal static void Check(SafetyContract contract, RuleReport report)
    {
        RootRules.Check(contract, report);
        for (int i = 0; i < Math.Min(contract.Channels.Count, ContractLimits.MaxChannels); i++)
        {
            string key = $"channels[{i}]";
            ChannelRules.Check(contract, contract.Channels[i], key, report);
            ChannelSuspicions.Check(contract, contract.Channels[i], key, report);
        }

        VectorRules.Check(contract, report);
        ReactionRules.Check(contract, report);
    }
}
