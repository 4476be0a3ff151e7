using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.Robots.Matching;

/// <summary>Finds every difference between a robot and a contract.</summary>
internal sealed class ChannelMatcher(RobotDescription robot, SafetyContract contract, DiagnosticCollector findings)
{
    private readonly string[] _robotNames = [.. robot.Channels.Select(channel => channel.Name)];
    private readonly string[] _contractNames = [.. contract.Channels.Select(channel => channel.Name)];

    public ChannelMatch? Match()
    {
        FindAmbiguous();
        MatchedChannel?[] channels = [.. contract.Channels.Select(Find)];
        FindExtra();
        FindForce();
        if (findings.HasErrors)
        {
            return null;
        }

        MatchedChannel[] matched = [.. channels.OfType<MatchedChannel>()];
        RemarkOnOrder(matched);
        return new ChannelMatch(robot, matched);
    }

    private void FindAmbiguous()
    {
        foreach (IGrouping<string, string> name in _robotNames.GroupBy(name => name))
        {
            if (name.Count() > 1 || name.Key.Length == 0)
            {
                Error(
                    RobotCodes.AmbiguousChannel,
                    name.Key.Length == 0 ? "has a channel without a name" : $"names channel {Quoted.Of(name.Key)} {name.Count()} times",
                    "give every channel of the robot a name of its own");
            }
        }
    }

    private MatchedChannel? Find(ChannelContract wanted)
    {
        int index = Array.IndexOf(_robotNames, wanted.Name);
        if (index < 0)
        {
            string? near = NearestName.Of(wanted.Name, _robotNames.Except(_contractNames));
            Error(
                RobotCodes.MissingChannel,
                $"has no channel {Quoted.Of(wanted.Name)}, which the contract limits",
                near is null ? $"its channels are {List(_robotNames)}" : $"did you mean {Quoted.Of(near)}? Names have to be the same on both sides");
            return null;
        }

        ChannelUnit unit = robot.Channels[index].Unit;
        return FactorBetween(wanted, unit) is { } factor ? new MatchedChannel(wanted.Name, index, wanted.Unit, unit, factor) : null;
    }

    private double? FactorBetween(ChannelContract wanted, ChannelUnit unit)
    {
        if (wanted.Unit == unit)
        {
            return 1;
        }

        bool converts = wanted.Unit.Quantity == unit.Quantity && unit.Quantity != UnitQuantity.Undeclared;
        if (converts && wanted.Unit.ToSi is { } from && unit.ToSi is { } to)
        {
            findings.Info(
                RobotCodes.ConvertedUnit,
                $"channel {Quoted.Of(wanted.Name)}: the contract is in {wanted.Unit}, the robot in {unit}; every value is converted",
                Place);
            return from / to;
        }

        Error(
            RobotCodes.OtherUnit,
            $"channel {Quoted.Of(wanted.Name)} is in {Spell(unit)}, the contract in {Spell(wanted.Unit)}; there is no factor between them",
            "state the robot's unit in the contract, with limits in that unit");
        return null;
    }

    private void FindExtra()
    {
        foreach (string name in _robotNames.Where(name => name.Length > 0).Distinct().Except(_contractNames))
        {
            string? near = NearestName.Of(name, _contractNames.Except(_robotNames));
            Error(
                RobotCodes.ExtraChannel,
                $"has a channel {Quoted.Of(name)}, which the contract does not limit",
                near is null ? "add it to the contract: a channel without a contract is not commanded" : $"the contract has {Quoted.Of(near)}: rename one of the two");
        }
    }

    private void FindForce()
    {
        if (contract.Force?.MaxForceN is not null && !robot.MeasuresForce)
        {
            AddNoForce("force");
        }

        if (contract.Force?.MaxTorqueNm is not null && !robot.MeasuresTorque)
        {
            AddNoForce("torque");
        }
    }

    /// <summary>Where nothing real moves, a limit without a sensor harms nobody, and the contract can still be tried.</summary>
    private void AddNoForce(string quantity) => findings.Add(new Diagnostic(
        RobotCodes.NoForce,
        robot.IsSimulated ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
        $"the contract limits {quantity}, which the robot does not measure: the limit would never act",
        Place,
        $"add a {quantity} sensor to the robot's description, or take the limit out of the contract"));

    private void RemarkOnOrder(MatchedChannel[] matched)
    {
        if (matched.Where((channel, index) => channel.RobotIndex != index).Any())
        {
            findings.Info(RobotCodes.OtherOrder, $"the robot's own order is {List(_robotNames)}; channels are matched by name", Place);
        }
    }

    private SourcePlace Place => new($"robot {robot.Name}");

    private void Error(string code, string message, string hint) => findings.Error(code, message, Place, hint);

    private static string Spell(ChannelUnit unit) => unit.Quantity == UnitQuantity.Undeclared ? "an undeclared unit" : unit.Symbol;

    private static string List(IEnumerable<string> names)
    {
        const int most = 16;
        string[] shown = [.. names.Take(most + 1)];
        return string.Join(", ", shown.Take(most).Select(Quoted.Of)) + (shown.Length > most ? ", …" : "");
    }
}
