using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.Runtime.Meaning;

/// <summary>Order and unit of each channel between a specification and a contract; channels are matched by name.</summary>
internal sealed class ChannelMapping
{
    private readonly int[] _specPlace;
    private readonly double[] _contractPerSpec;

    private ChannelMapping(int[] specPlace, double[] contractPerSpec)
    {
        _specPlace = specPlace;
        _contractPerSpec = contractPerSpec;
    }

    /// <summary>The mapping of a pair that <see cref="MeaningRules"/> accepted; the identity without a specification.</summary>
    public static ChannelMapping Between(SafetyContract contract, ExecutableSpec? spec)
    {
        int count = contract.Channels.Count;
        int[] places = new int[count];
        double[] factors = new double[count];
        for (int i = 0; i < count; i++)
        {
            ChannelContract channel = contract.Channels[i];
            places[i] = spec is null ? i : spec.Action.Channels.TakeWhile(other => other.Name != channel.Name).Count();
            factors[i] = spec is null ? 1 : Factor(spec.Action.Channels[places[i]].Unit, channel.Unit)!.Value;
        }

        return new ChannelMapping(places, factors);
    }

    /// <summary>Contract units per unit of the specification; null when one is not a scale of the other.</summary>
    public static double? Factor(ChannelUnit spec, ChannelUnit contract) =>
        spec == contract || spec.Quantity == UnitQuantity.Undeclared || contract.Quantity == UnitQuantity.Undeclared ? 1
        : spec.Quantity == contract.Quantity && spec.ToSi is { } from && contract.ToSi is { } to ? from / to
        : null;

    /// <summary>One row of the contract in the specification's order and units.</summary>
    public void ToSpec(ReadOnlySpan<double> row, Span<double> spec)
    {
        for (int i = 0; i < _specPlace.Length; i++)
        {
            spec[_specPlace[i]] = row[i] / _contractPerSpec[i];
        }
    }

    /// <summary>Rows of the specification in the contract's order and units.</summary>
    public void ToContract(ReadOnlySpan<double> rows, Span<double> commands)
    {
        int width = _specPlace.Length;
        for (int start = 0; start < rows.Length; start += width)
        {
            for (int i = 0; i < width; i++)
            {
                commands[start + i] = rows[start + _specPlace[i]] * _contractPerSpec[i];
            }
        }
    }
}
