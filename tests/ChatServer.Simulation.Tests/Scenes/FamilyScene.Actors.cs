namespace ChatServer.SimulationTests.Scenes;

/// <content>Who acts in it.</content>
internal sealed partial class FamilyScene
{
    private sealed class Parent(FamilyScene scene) : UntypedActor
    {
        public void WaitFor(Task task) => RunTask(() => task);

        public void Make(string child) => Context.ActorOf(Props.Create<Child>(scene, child), child);

        protected override void PreStart()
        {
            foreach (var child in scene._records.Keys) Make(child);
        }

        protected override void OnReceive(object message) => (message as Order<Parent>)?.CarryOut(this);

        protected override SupervisorStrategy SupervisorStrategy()
        {
            var (isForAll, most, window, _) = scene._plan;
            return isForAll ? new AllForOneStrategy(most, window, Decide) : new OneForOneStrategy(most, window, Decide);

            Directive Decide(Exception cause)
            {
                var isChild = Sender.Equals(Context.Child(Sender.Path.Name));
                scene.Expect(isChild, $"{Self} decides about {Sender}, who is no child of its any more");
                scene._undecided.Remove((Failure)cause);
                return ((Failure)cause).Directive;
            }
        }
    }

    private sealed class Child : UntypedActor
    {
        private readonly FamilyScene _scene;
        private readonly string _name;
        private readonly int _incarnation;

        public Child(FamilyScene scene, string name)
        {
            (_scene, _name) = (scene, name);
            _incarnation = scene.Begin(name);
        }

        // Whom it watches ends with it, or goes on with it: of that nobody is told.
        protected override void PreStart()
        {
            var isGrandchild = _name.Contains('/', StringComparison.Ordinal);
            if (!isGrandchild) Context.Watch(Context.ActorOf(Props.Create<Child>(_scene, $"{_name}/grandchild"), "grandchild"));
        }

        protected override void PreRestart(Exception reason, object? message)
        {
            _scene._handled[_name] = message is Wait ? nameof(Wait) : message?.ToString();
            if (_scene._plan.KeepsChildren) PostStop();
            else base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason)
        {
            if (!_scene._plan.KeepsChildren) base.PostRestart(reason);
        }

        protected override void PostStop() => _scene._ended[_name] = _scene._ended.GetValueOrDefault(_name) + 1;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Greeting greeting:
                    _scene._heard.Add((_name, _incarnation, greeting.Number));
                    _scene.Expect(
                        greeting.Behind is null || !_scene._undecided.Contains(greeting.Behind),
                        $"{_name} has failed and goes on before it is decided what becomes of it");
                    break;
                case Wait wait:
                    RunTask(() => wait.Source.Task);
                    break;
                case Terminated terminated:
                    _scene.Expect(isKept: false, $"{_name} is told of the end of {terminated.ActorRef.Path}, whose parent has ended it");
                    break;
                default:
                    ((Order<Child>)message).CarryOut(this);
                    break;
            }
        }
    }
}
