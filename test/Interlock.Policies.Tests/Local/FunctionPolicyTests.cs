using Interlock.Core.Diagnostics;
using Interlock.Policies.Local;
using Xunit;

namespace Interlock.Policies.Tests.Local;

public sealed class FunctionPolicyTests
{
    [Fact]
    public void The_function_fills_the_chunk()
    {
        using FunctionPolicy policy = new(Asking.Shape(1, 2), (request, chunk) =>
        {
            chunk.Reset(2);
            chunk.Actions.Fill(request.Observation.State.Span[0]);
        });
        PolicyChunk answer = policy.Ask(3, 8);
        Assert.Equal([8, 8], answer.Actions.ToArray());
        Assert.Equal(3, answer.ObservedAtStep);
        Assert.Equal(3_000_000, answer.ObservedAtNs);
    }

    [Fact]
    public void A_function_that_throws_is_a_failed_answer_with_a_code()
    {
        using FunctionPolicy policy = new(Asking.Shape(1, 2, name: "mine"), (_, _) => throw new InvalidDataException("no such thing."));
        Diagnostic finding = Assert.Throws<DiagnosticException>(() => policy.Ask(0)).Diagnostics[0];
        Assert.Equal("PO178", finding.Code);
        Assert.Equal("the function 'mine' failed: InvalidDataException: no such thing", finding.Message);
    }
}
