using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Parts;

/// <summary>The scheme that is used: what the source implies, unless the request says otherwise, which is never silent.</summary>
internal static class SchemeChoice
{
    public static NormalisationScheme? Of(NormalisationScheme? implied, ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        if (request.Scheme is { } stated && stated != implied)
        {
            string instead = implied is { } scheme ? $" instead of {EnumWord.Of(scheme)}, which the source implies" : ", which the source does not state";
            findings.Warn(ImportCode.SchemeOverridden, $"the scheme {EnumWord.Of(stated)} is used because it was asked for{instead}", place);
        }

        return request.Scheme ?? implied;
    }
}
