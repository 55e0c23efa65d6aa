namespace ChatServer.Engine;

/// <summary>Makes actors of a kind of which there are very many: to build and to analyse the expression that <c>Props.Create</c> takes
/// costs more than such an actor itself.</summary>
/// <typeparam name="TActor">Their class.</typeparam>
/// <param name="make">Makes one.</param>
internal sealed class Maker<TActor>(Func<TActor> make) : IIndirectActorProducer
    where TActor : ActorBase
{
    public Type ActorType => typeof(TActor);

    public ActorBase Produce() => make();

    public void Release(ActorBase actor)
    {
        // Nothing of it is ours.
    }
}
