using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenPi;

/// <summary>openpi derives the scheme from the model type in its Python configuration: standard scores for pi0, quantiles for the others.</summary>
internal static class OpenPiScheme
{
    private static readonly Dictionary<string, NormalisationScheme> Families = new(StringComparer.Ordinal)
    {
        ["pi0"] = NormalisationScheme.MeanStd,
        ["pi0_fast"] = NormalisationScheme.Quantile,
        ["pi05"] = NormalisationScheme.Quantile,
    };

    /// <summary>Null, with a finding, when nothing that was stated decides it.</summary>
    public static NormalisationScheme? Of(ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        NormalisationScheme? byFamily = ByFamily(request.Family, place, findings);
        NormalisationScheme? bySwitch = request.UseQuantileNorm is { } quantile ? (quantile ? NormalisationScheme.Quantile : NormalisationScheme.MeanStd) : null;
        if (byFamily is { } family && bySwitch is { } stated && family != stated)
        {
            findings.Warn(
                OpenPiCode.SchemeNotStated,
                $"use_quantile_norm says {EnumWord.Of(stated)} and the family {request.Family} has {EnumWord.Of(family)}; {EnumWord.Of(stated)} is used",
                place);
        }

        if (bySwitch is null && byFamily is null && request.Scheme is null && !findings.HasErrors)
        {
            findings.Error(
                OpenPiCode.SchemeNotStated,
                "the scheme is picked elsewhere: openpi derives it from the model type in its training configuration, which is not in the checkpoint",
                place,
                $"state --family ({string.Join(", ", Families.Keys)}), or --scheme quantile or mean_std");
        }

        return bySwitch ?? byFamily;
    }

    private static NormalisationScheme? ByFamily(string? family, SourcePlace place, DiagnosticCollector findings)
    {
        if (family is null)
        {
            return null;
        }

        if (Families.TryGetValue(family, out NormalisationScheme scheme))
        {
            return scheme;
        }

        findings.Error(
            OpenPiCode.SchemeNotStated, $"{Quoted.Of(family)} is no openpi family", place, $"one of: {string.Join(", ", Families.Keys)}");
        return null;
    }
}
