using Interlock.Core.Text;

namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>Sentences about statements that are said in several places.</summary>
internal static class StatementWords
{
    public static string OtherPayload(string payloadType) => $"the payload is {Quoted.Of(payloadType)}, expected {StatementTypes.Payload}";
}
